"""The one place where the pipeline gets its AWS adapters."""

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import structs

from invoicy.pipeline import reader
from invoicy.ports import EventPublisher
from invoicy.settings import ApiKeys
from invoicy.version import version
from invoicy_aws.observed import ObservedPipeline
from invoicy_aws.publisher import EventBridgePublisher, NobodyListens
from invoicy_aws.settings import AwsSettings
from invoicy_aws.store import S3Store

if TYPE_CHECKING:
    from botocore.session import Session
    from mypy_boto3_s3 import S3Client


@cache
def settings() -> AwsSettings:
    """The settings; keys that stand in a secret are fetched from it."""
    found = AwsSettings.load(os.environ)
    if found.api_keys_secret is None:
        return found
    from aws_lambda_powertools.utilities.parameters import get_secret  # boto3, and only where there is a secret

    return structs.replace(found, api_keys=ApiKeys(get_secret(found.api_keys_secret)))


@cache
def s3() -> "S3Client":
    """One client for the life of the process: making one takes a tenth of a second."""
    # Some regions would sign addresses by version 2, which no encrypted bucket takes.
    client: S3Client = _client("s3", signature_version="s3v4")
    return client


@cache
def pipeline() -> ObservedPipeline:
    return ObservedPipeline.on(
        store=S3Store(s3(), settings().bucket),
        publisher=_publisher(),
        version=version(),
        read=reader(settings().profile),
    )


def _publisher() -> EventPublisher:
    bus = settings().event_bus
    if bus is None:
        return NobodyListens()
    return EventBridgePublisher(_client("events"), bus)


def _client(service: str, **options: Any) -> Any:
    """A client of botocore; boto3 would bring its resources and transfers too, a tenth of a cold start."""
    from botocore.config import Config  # half a second with all it loads, so not before it is needed

    return _session().create_client(service, config=Config(retries={"mode": "standard"}, **options))


@cache
def _session() -> "Session":
    from botocore.session import get_session  # as above

    return get_session()
