"""The composition root: the pipeline with its AWS adapters. Clients are made when they are first needed."""

import os
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from msgspec import structs

from invoicy.pipeline import NullPublisher, Pipeline, reader
from invoicy.ports import EventPublisher
from invoicy.settings import ApiKeys
from invoicy.version import version
from invoicy_aws.intake import Intake
from invoicy_aws.publisher import EventBridgePublisher
from invoicy_aws.settings import AwsSettings
from invoicy_aws.signing import Signer
from invoicy_aws.store import S3Store
from invoicy_aws.telemetry import LambdaObserver

if TYPE_CHECKING:
    from boto3.session import Session
    from mypy_boto3_s3 import S3Client

# A client gives up well before Lambda ends the function: a function that is cut off logs nothing.
_SECONDS_TO_CONNECT = 3
_SECONDS_TO_READ = 20
_ATTEMPTS = 3


@cache
def settings() -> AwsSettings:
    """Read the settings, with the API keys of the secret if one is named."""
    configured = AwsSettings.load(os.environ)
    if configured.api_keys_secret is None:
        return configured
    from aws_lambda_powertools.utilities.parameters import get_secret  # imports boto3

    return structs.replace(configured, api_keys=ApiKeys(get_secret(configured.api_keys_secret)))


@cache
def s3() -> "S3Client":
    """The process's only S3 client.

    By default boto3 signs URLs for the global endpoint, which redirects for new buckets, and in some regions by
    Signature Version 2, which encrypted buckets refuse.
    """
    is_stand_in = any(name in os.environ for name in ("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"))
    style = {"addressing_style": "auto" if is_stand_in else "virtual"}
    client: S3Client = _client("s3", signature_version="s3v4", s3=style)
    return client


def _client(service: Literal["events", "s3"], **options: Any) -> Any:
    from botocore.config import Config  # loaded with boto3

    config = Config(
        connect_timeout=_SECONDS_TO_CONNECT,
        read_timeout=_SECONDS_TO_READ,
        retries={"mode": "standard", "total_max_attempts": _ATTEMPTS},
        **options,
    )
    return _session().client(service, config=config)


@cache
def _session() -> "Session":
    """Make the session of both clients: each new one reads the list of all services again."""
    from boto3.session import Session  # 0.2 s of CPU, so not before the first call

    return Session()


@cache
def pipeline() -> Pipeline:
    configured = settings()  # before any client: missing settings are reported even without credentials
    return Pipeline(
        store=S3Store(s3(), configured.bucket),
        publisher=_publisher(configured.event_bus),
        version=version(),
        read=reader(configured.profile),
        observer=LambdaObserver(),
    )


def _publisher(bus: str | None) -> EventPublisher:
    return NullPublisher() if bus is None else EventBridgePublisher(_client("events"), bus)


def intake() -> Intake:
    return Intake(pipeline=pipeline(), client=s3(), tenant=settings().tenant)


def signer() -> Signer:
    configured = settings()
    return Signer(s3(), configured.inbox or configured.bucket, configured.upload_seconds)
