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
    from botocore.config import Config
    from mypy_boto3_s3 import S3Client

_SECONDS_TO_CONNECT = 3
_SECONDS_TO_READ = 20
_ATTEMPTS = 3


@cache
def settings() -> AwsSettings:
    return AwsSettings.load(os.environ)


@cache
def s3() -> "S3Client":
    """One client for the life of the process: making one takes a tenth of a second."""
    import boto3  # 560 ms of import, so not before it is needed

    return boto3.client("s3", config=_patience())


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

    return EventBridgePublisher(boto3.client("events", config=_patience()), bus)


def _patience() -> "Config":
    """Give up well before Lambda does: the queue delivers again, a function that is cut off says nothing."""
    from botocore.config import Config  # with boto3

    return Config(
        connect_timeout=_SECONDS_TO_CONNECT,
        read_timeout=_SECONDS_TO_READ,
        retries={"mode": "standard", "total_max_attempts": _ATTEMPTS},
    )
