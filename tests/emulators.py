"""Clouds on this machine, as fixtures: started when a test first asks, one for each test process."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

import pytest
from infra.gcp.emulator import LOOPBACK, fake_gcs_server

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
