"""Clients of AWS, made in half the time: botocore itself, without boto3, and without a look at 440 services."""

import os
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from botocore.session import Session
    from mypy_boto3_events import EventBridgeClient
    from mypy_boto3_s3 import S3Client

_SERVICES = ["events", "s3"]
_SECONDS_TO_CONNECT = 3
_SECONDS_TO_READ = 20
_ATTEMPTS = 3


@cache
def s3() -> "S3Client":
    """One client for the life of the process: making one takes a tenth of a second."""
    # Left alone, it would sign addresses for the endpoint of no region, which sends a new bucket's caller elsewhere,
    # and in some regions by version 2, which no encrypted bucket takes.
    ours = any(name in os.environ for name in ("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"))
    style = {"addressing_style": "auto" if ours else "virtual"}
    client: S3Client = _client("s3", signature_version="s3v4", s3=style)
    return client


@cache
def event_bridge() -> "EventBridgeClient":
    """One client for the life of the process."""
    client: EventBridgeClient = _client("events")
    return client


def _client(service: Literal["events", "s3"], **options: Any) -> Any:
    from botocore.config import Config  # half a second with all it loads, so not before it is needed

    # Give up well before Lambda does: the queue delivers again, a function that is cut off says nothing.
    patience = Config(
        connect_timeout=_SECONDS_TO_CONNECT,
        read_timeout=_SECONDS_TO_READ,
        retries={"mode": "standard", "total_max_attempts": _ATTEMPTS},
        **options,
    )
    return session().create_client(service, config=patience)


@cache
def session() -> "Session":
    from botocore.loaders import Loader  # as above
    from botocore.session import get_session

    class OwnServices(Loader):
        """Knows what it is asked for. botocore opens every service's folder, twice, to see that one exists."""

        def list_available_services(self, type_name: str) -> list[str]:  # noqa: ARG002  the same for each kind of file
            return _SERVICES

    made = get_session()
    made.register_component("data_loader", OwnServices())
    return made
