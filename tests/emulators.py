"""Emulated clouds as fixtures: started when a test first needs one, once for each test process."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

import pytest
from infra.gcp.emulator import LOOPBACK, fake_gcs_server, free_port, wait_for
from msgspec import Struct

if TYPE_CHECKING:
    from google.cloud.storage import Client
    from mypy_boto3_s3 import S3Client

_REGION: Final = "eu-central-1"


@pytest.fixture(scope="session")
def aws_endpoint() -> Iterator[str]:
    """URL of moto's server."""
    from moto.server import ThreadedMotoServer  # two seconds that other tests need not pay

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def aws(aws_endpoint: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The endpoint, with an environment in which every AWS client finds it."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", aws_endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", _REGION)
    return aws_endpoint


@pytest.fixture
def s3(aws: str) -> "S3Client":
    import boto3

    return boto3.client("s3", endpoint_url=aws)


@pytest.fixture
def s3_bucket(s3: "S3Client") -> str:
    """Name of a new, empty bucket."""
    name = f"test-{uuid4().hex}"
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": _REGION})
    return name


@pytest.fixture(scope="session")
def gcs_endpoint() -> Iterator[str]:
    """URL of fake-gcs-server."""
    with fake_gcs_server() as port:
        yield f"http://{LOOPBACK}:{port}"


@pytest.fixture
def gcs(gcs_endpoint: str, monkeypatch: pytest.MonkeyPatch) -> "Client":
    from google.auth.credentials import AnonymousCredentials
    from google.cloud.storage import Client

    monkeypatch.setenv("STORAGE_EMULATOR_HOST", gcs_endpoint)
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "test")
    credentials: Any = AnonymousCredentials  # its class has no types
    return Client(project="test", credentials=credentials())


@pytest.fixture
def gcs_bucket(gcs: "Client") -> str:
    """Name of a new, empty bucket."""
    name = f"test-{uuid4().hex}"
    gcs.create_bucket(name)
    return name


class Topic(Struct, frozen=True):
    """A Pub/Sub topic in Google's emulator, with a subscription to it."""

    client: Any
    name: str
    subscriber: Any
    subscription: str

    def received(self) -> list[dict[str, Any]]:
        """Wait for a message and return the messages so far, as parsed JSON."""
        pulled = self.subscriber.pull(subscription=self.subscription, max_messages=10, timeout=30)
        return [json.loads(each.message.data) for each in pulled.received_messages]


@pytest.fixture(scope="session")
def pub_sub_endpoint() -> Iterator[str | None]:
    """Host and port of the emulator that comes with Google's Cloud SDK; None where it does not."""
    gcloud = shutil.which("gcloud")
    home = Path(gcloud).resolve().parents[1] / "platform" / "pubsub-emulator" if gcloud else Path()
    if not (home / "bin" / "cloud-pubsub-emulator").exists() or not shutil.which("java"):
        yield None
        return
    port = free_port()
    command = [str(home / "bin" / "cloud-pubsub-emulator"), f"--host={LOOPBACK}", f"--port={port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port)
            yield f"{LOOPBACK}:{port}"
        finally:
            server.terminate()


@pytest.fixture
def pub_sub_topic(pub_sub_endpoint: str | None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Topic | None]:
    """A new topic; None where there is no emulator."""
    if pub_sub_endpoint is None:
        yield None
        return
    from google.cloud.pubsub_v1 import PublisherClient, SubscriberClient

    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", pub_sub_endpoint)
    name, subscription = (f"projects/test/{kind}/test-{uuid4().hex}" for kind in ("topics", "subscriptions"))
    with PublisherClient() as client, SubscriberClient() as subscriber:
        client.create_topic(name=name)
        subscriber.create_subscription(name=subscription, topic=name)
        yield Topic(client, name, subscriber, subscription)
