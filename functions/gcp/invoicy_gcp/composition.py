"""The composition root: the pipeline with its Google Cloud adapters. Clients are made when they are first needed."""

import os
from functools import cache
from typing import TYPE_CHECKING

from invoicy.pipeline import NullPublisher, Pipeline, reader
from invoicy.ports import EventPublisher
from invoicy.version import version
from invoicy_gcp.faults import faults_of
from invoicy_gcp.intake import Intake
from invoicy_gcp.logs import start_logging
from invoicy_gcp.publisher import PubSubPublisher
from invoicy_gcp.push_tokens import PushGuard, caching_request
from invoicy_gcp.settings import GcpSettings
from invoicy_gcp.signing import Signer
from invoicy_gcp.store import GcsStore
from invoicy_gcp.telemetry.exporters import start_exporters
from invoicy_gcp.telemetry.observer import CloudRunObserver

if TYPE_CHECKING:
    from google.auth.credentials import Credentials
    from google.cloud.storage import Client

_SCOPES = ("https://www.googleapis.com/auth/cloud-platform",)


@cache
def settings() -> GcpSettings:
    """Start logging, then read the settings: errors about settings are logged, too."""
    start_logging(os.environ.get("GOOGLE_CLOUD_PROJECT", ""))
    return GcpSettings.load(os.environ)


@cache
def credentials() -> "Credentials":
    """The process's own credentials; anonymous ones for an emulator, which checks none."""
    from google.auth import default  # the client needs it, too
    from google.auth.credentials import AnonymousCredentials

    if os.environ.get("STORAGE_EMULATOR_HOST"):
        return AnonymousCredentials()
    with faults_of("Google Cloud"):
        return default(scopes=_SCOPES)[0]


@cache
def gcs() -> "Client":
    """The process's only storage client. It needs no project: it creates and lists no buckets."""
    from google.cloud.storage import Client  # 0.6 s of CPU, so not before the first document

    return Client(project=None, credentials=credentials())


@cache
def pipeline() -> Pipeline:
    start_exporters(os.environ)
    configured = settings()  # before any client: missing settings are reported even without credentials
    return Pipeline(
        store=GcsStore(gcs(), configured.bucket),
        publisher=_publisher(),
        version=version(),
        read=reader(configured.profile),
        observer=CloudRunObserver(),
    )


@cache
def intake() -> Intake:
    return Intake(pipeline=pipeline(), client=gcs(), tenant=settings().tenant)


@cache
def push_guard() -> PushGuard:
    configured = settings()
    return PushGuard(
        tokens=configured.push_tokens,
        account=configured.push_account,
        audience=configured.push_audience,
        request=caching_request(),
    )


def signer() -> Signer:
    from google.auth.transport.requests import Request  # the client has loaded it

    configured, client = settings(), gcs()
    return Signer(
        client=client,
        credentials=credentials(),
        request=Request(),
        bucket=configured.inbox or configured.bucket,
        seconds=configured.upload_seconds,
    )


def _publisher() -> EventPublisher:
    topic = settings().topic
    if topic is None:
        return NullPublisher()
    from google.cloud.pubsub_v1 import PublisherClient  # gRPC, so only where a topic is configured

    return PubSubPublisher(PublisherClient(credentials=credentials()), topic)
