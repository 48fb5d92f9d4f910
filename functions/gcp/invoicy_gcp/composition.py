"""The one place where the pipeline gets its Google Cloud adapters."""

import logging
import os
from functools import cache
from typing import TYPE_CHECKING

from invoicy.local.publisher import LogPublisher
from invoicy.pipeline import Pipeline, reader
from invoicy.ports import EventPublisher
from invoicy.version import version
from invoicy_gcp.publisher import PubSubPublisher
from invoicy_gcp.settings import GcpSettings
from invoicy_gcp.store import GcsStore

if TYPE_CHECKING:
    from google.cloud.storage import Client


@cache
def settings() -> GcpSettings:
    return GcpSettings.load(os.environ)


@cache
def gcs() -> "Client":
    """One client for the life of the process."""
    from google.cloud.storage import Client  # heavy, so not before it is needed

    return Client()


@cache
def pipeline() -> Pipeline:
    _listen()
    told = settings()  # before any client: what is missing is said even where there are no credentials
    return Pipeline(
        store=GcsStore(gcs(), told.bucket),
        publisher=_publisher(),
        version=version(),
        read=reader(told.profile),
    )


def _listen() -> None:
    """Let what the library logs come out; where the platform has set up logging, its handlers stay."""
    logging.basicConfig(format="%(message)s")
    logging.getLogger("invoicy").setLevel(logging.INFO)


def _publisher() -> EventPublisher:
    topic = settings().topic
    if topic is None:
        return LogPublisher()
    from google.cloud.pubsub_v1 import PublisherClient  # gRPC: only where a topic is named

    return PubSubPublisher(PublisherClient(), topic)
