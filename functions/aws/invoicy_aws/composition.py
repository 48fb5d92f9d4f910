"""The one place where the pipeline gets its AWS adapters."""

import logging
import os
from functools import cache
from typing import TYPE_CHECKING

from invoicy.local.publisher import LogPublisher
from invoicy.pipeline import Pipeline, reader
from invoicy.ports import EventPublisher
from invoicy.version import version
from invoicy_aws.publisher import EventBridgePublisher
from invoicy_aws.settings import AwsSettings
from invoicy_aws.store import S3Store

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


@cache
def settings() -> AwsSettings:
    return AwsSettings.load(os.environ)


@cache
def s3() -> "S3Client":
    """One client for the life of the process: making one takes a tenth of a second."""
    import boto3  # 560 ms of import, so not before it is needed

    return boto3.client("s3")


@cache
def pipeline() -> Pipeline:
    _listen()
    told = settings()  # before any client: what is missing is said even where there are no credentials
    return Pipeline(
        store=S3Store(s3(), told.bucket),
        publisher=_publisher(),
        version=version(),
        read=reader(told.profile),
    )


def _listen() -> None:
    """Let what the library logs come out; where the platform has set up logging, its handlers stay."""
    logging.basicConfig(format="%(message)s")
    logging.getLogger("invoicy").setLevel(logging.INFO)


def _publisher() -> EventPublisher:
    bus = settings().event_bus
    if bus is None:
        return LogPublisher()
    import boto3  # as above

    return EventBridgePublisher(boto3.client("events"), bus)
