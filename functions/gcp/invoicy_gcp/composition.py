"""The one place where the pipeline gets its Google Cloud adapters."""

import os
from functools import cache
from typing import TYPE_CHECKING

from invoicy.pipeline import NullPublisher, Receipt, reader
from invoicy.ports import EventPublisher
from invoicy.version import version
from invoicy_gcp.deadline import within
from invoicy_gcp.events import Notice
from invoicy_gcp.intake import Intake
from invoicy_gcp.logs import listen
from invoicy_gcp.publisher import PubSubPublisher
from invoicy_gcp.push_tokens import Certificates, Guard
from invoicy_gcp.settings import GcpSettings
from invoicy_gcp.signing import Signer
from invoicy_gcp.store import GcsStore
from invoicy_gcp.telemetry import LogObserver, ServicePipeline, observe

if TYPE_CHECKING:
    from google.cloud.storage import Client


@cache
def settings() -> GcpSettings:
    """The settings of the process; from here on its log lines come out, those about wrong settings too."""
    listen(os.environ.get("GOOGLE_CLOUD_PROJECT", ""))
    return GcpSettings.load(os.environ)


@cache
def gcs() -> "Client":
    """One client for the life of the process."""
    from google.cloud.storage import Client  # heavy, so not before it is needed

    return Client()


@cache
def pipeline() -> ServicePipeline:
    observe(os.environ)
    configured = settings()  # before any client: what is missing is said even where there are no credentials
    return ServicePipeline(
        store=GcsStore(gcs(), configured.bucket),
        publisher=_publisher(),
        version=version(),
        read=reader(configured.profile),
        observer=LogObserver(),
        seconds=configured.deadline_seconds,
    )


def intake() -> Intake:
    return Intake(pipeline=pipeline(), client=gcs(), tenant=settings().tenant)


@cache
def guard() -> Guard:
    from google.auth.transport.requests import Request  # heavy, and only for messages

    configured = settings()
    return Guard(
        tokens=configured.push_tokens,
        account=configured.push_account,
        audience=configured.push_audience,
        request=Certificates(Request()),
    )


def signer() -> Signer:
    configured = settings()
    return Signer(gcs(), configured.inbox or configured.bucket, configured.upload_seconds)


def receive(notice: Notice) -> Receipt | None:
    """Take in what an event tells, in time. Raises as Intake does, and TemporaryFaultError where it takes too long."""
    return within(settings().deadline_seconds, lambda: intake().take(notice))


def _publisher() -> EventPublisher:
    topic = settings().topic
    if topic is None:
        return NullPublisher()
    from google.cloud.pubsub_v1 import PublisherClient  # gRPC: only where a topic is named

    return PubSubPublisher(PublisherClient(), topic)
