"""The Cloud Run image: documents over HTTP and CloudEvents about uploads."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from infra.gcp.emulator import free_port

from invoicy.readings.reading import Reading, Status
from tests.images.engine import REVISION, VERSION, configuration, docker, running
from tests.requirements import SAMPLES

if TYPE_CHECKING:
    from google.cloud.storage import Client

pytestmark = pytest.mark.container

DOCUMENT = SAMPLES / "ubl-invoice.xml"
KEY = f"readings/default/{sha256(DOCUMENT.read_bytes()).hexdigest()}/{VERSION}.json"
SECONDS_TO_START = 30


class Service:
    """A running service and its container."""

    def __init__(self, container: str, port: int) -> None:
        self.container = container
        self.address = f"http://127.0.0.1:{port}"

    def __call__(self, path: str, body: bytes | None = None, **headers: str) -> bytes:
        """Return the body of the answer to a GET; with a body to send, to a POST."""
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        for _ in range(SECONDS_TO_START * 10):
            try:
                answer = httpx2.request("POST" if body else "GET", self.address + path, content=body, headers=fields)
            except httpx2.TransportError:
                time.sleep(0.1)
            else:
                assert answer.is_success, f"{answer.text}\n{docker('logs', self.container)}"
                return bytes(answer.content)
        raise TimeoutError(docker("logs", self.container))

    def state(self, template: str) -> str:
        return docker("inspect", f"--format={template}", self.container).strip()


@contextmanager
def service(image: str, *command: str, environment: dict[str, str], options: tuple[str, ...] = ()) -> Iterator[Service]:
    port = free_port()
    with running(image, *command, options=options, environment=environment | {"PORT": str(port)}) as container:
        yield Service(container, port)


@pytest.fixture
def environment(gcs: "Client", gcs_endpoint: str, gcs_bucket: str) -> dict[str, str]:
    assert gcs
    return {
        "STORAGE_EMULATOR_HOST": gcs_endpoint,
        "GOOGLE_CLOUD_PROJECT": "test",
        "INVOICY_BUCKET": gcs_bucket,
    }


def test_a_document_sent_over_http_becomes_a_stored_reading(
    images: dict[str, str], environment: dict[str, str], gcs: "Client", gcs_bucket: str
) -> None:
    with service(images["cloudrun"], environment=environment) as call:
        answer = call("/v1/documents", DOCUMENT.read_bytes(), content_type="application/xml")
        assert Reading.from_json(answer).status is Status.ACCEPTED
        assert call(f"/v1/documents/{Reading.from_json(answer).id}")
    assert gcs.bucket(gcs_bucket).blob(KEY).exists()


def test_an_upload_becomes_a_stored_reading_by_its_cloud_event(
    images: dict[str, str], environment: dict[str, str], gcs: "Client", gcs_bucket: str
) -> None:
    gcs.bucket(gcs_bucket).blob("in/a.xml").upload_from_string(DOCUMENT.read_bytes())
    headers = {
        "content_type": "application/json",
        "ce_id": "1",
        "ce_source": f"//storage.googleapis.com/projects/_/buckets/{gcs_bucket}",
        "ce_specversion": "1.0",
        "ce_type": "google.cloud.storage.object.v1.finalized",
    }
    data = json.dumps({"bucket": gcs_bucket, "name": "in/a.xml"}).encode()
    with service(images["cloudrun"], "/opt/invoicy/bin/functions-framework", environment=environment) as call:
        call("/", data, **headers)
    stored = gcs.bucket(gcs_bucket).blob(KEY).download_as_bytes()
    assert Reading.from_json(stored).status is Status.ACCEPTED


def test_it_reports_its_version_and_revision(images: dict[str, str], environment: dict[str, str]) -> None:
    with service(images["cloudrun"], environment=environment) as call:
        assert json.loads(call("/version")) == {"version": VERSION, "revision": REVISION}


def test_it_listens_on_port_8000_by_default(images: dict[str, str]) -> None:
    config: dict[str, Any] = configuration(images["cloudrun"])
    assert list(config["ExposedPorts"]) == ["8000/tcp"]
    assert "${PORT:-8000}" in config["Cmd"][-1]


def test_the_storage_client_makes_no_calls_of_its_own(images: dict[str, str]) -> None:
    assert "DISABLE_GCS_PYTHON_CLIENT_OTEL_BUCKET_METADATA=true" in configuration(images["cloudrun"])["Env"]


def test_a_running_service_is_healthy(images: dict[str, str], environment: dict[str, str]) -> None:
    with service(images["cloudrun"], options=("--health-interval=1s",), environment=environment) as call:
        call("/healthz")
        for _ in range(SECONDS_TO_START):
            if (state := call.state("{{.State.Health.Status}}")) != "starting":
                break
            time.sleep(1)
        assert state == "healthy"


def test_a_service_that_does_not_answer_is_not_healthy(images: dict[str, str]) -> None:
    check = configuration(images["cloudrun"])["Healthcheck"]["Test"]
    container_without_service = running(images["cloudrun"], "/bin/sleep", "60", environment={"PORT": str(free_port())})
    with container_without_service as container, pytest.raises(AssertionError, match="Connection refused"):
        docker("exec", container, *check[1:])


def test_it_stops_at_the_signal(images: dict[str, str], environment: dict[str, str]) -> None:
    with service(images["cloudrun"], environment=environment) as call:
        call("/healthz")
        docker("stop", "--time=20", call.container)
        assert call.state("{{.State.ExitCode}}") == "0"
