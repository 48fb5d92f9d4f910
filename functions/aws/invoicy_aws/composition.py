"""The one place where the pipeline gets its AWS adapters."""

import os
from functools import cache

from msgspec import structs

from invoicy.pipeline import NullPublisher, Pipeline, reader
from invoicy.ports import EventPublisher
from invoicy.settings import ApiKeys
from invoicy.version import version
from invoicy_aws.clients import event_bridge, s3
from invoicy_aws.publisher import EventBridgePublisher
from invoicy_aws.settings import AwsSettings
from invoicy_aws.store import S3Store
from invoicy_aws.telemetry import LambdaObserver


@cache
def settings() -> AwsSettings:
    """The settings; keys that stand in a secret are fetched from it."""
    configured = AwsSettings.load(os.environ)
    if configured.api_keys_secret is None:
        return configured
    from aws_lambda_powertools.utilities.parameters import get_secret  # boto3, and only where there is a secret

    return structs.replace(configured, api_keys=ApiKeys(get_secret(configured.api_keys_secret)))


@cache
def pipeline() -> Pipeline:
    configured = settings()  # before any client: what is missing is said even where there are no credentials
    return Pipeline(
        store=S3Store(s3(), configured.bucket),
        publisher=_publisher(),
        version=version(),
        read=reader(configured.profile),
        observer=LambdaObserver(),
    )


def _publisher() -> EventPublisher:
    bus = settings().event_bus
    if bus is None:
        return NullPublisher()
    return EventBridgePublisher(event_bridge(), bus)
