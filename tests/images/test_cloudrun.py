"""The Cloud Run image over HTTP and told of uploads by CloudEvents."""

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
    """A running service and the container it runs in."""

    def __init__(self, container: str, port: int) -> None:
        self.container = container
        self.address = f"http://127.0.0.1:{port}"

    def __call__(self, path: str, body: bytes | None = None, **headers: str) -> bytes:
        """The body of the answer to a GET, or to a POST where there is one to send."""
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        for _ in range(SECONDS_TO_START * 10):
            try:
                answer = httpx2.request("POST" if body else "GET", self.address + path, content=body, headers=told)
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


def test_an_upload_told_by_a_cloud_event_becomes_a_stored_reading(
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
    told = json.dumps({"bucket": gcs_bucket, "name": "in/a.xml"}).encode()
    with service(images["cloudrun"], "/opt/invoicy/bin/functions-framework", environment=environment) as call:
        call("/", told, **headers)
    stored = gcs.bucket(gcs_bucket).blob(KEY).download_as_bytes()
    assert Reading.from_json(stored).status is Status.ACCEPTED


def test_it_tells_its_version_and_revision(images: dict[str, str], environment: dict[str, str]) -> None:
    with service(images["cloudrun"], environment=environment) as call:
        assert json.loads(call("/version")) == {"version": VERSION, "revision": REVISION}


def test_it_listens_on_port_8000_unless_told_otherwise(images: dict[str, str]) -> None:
    config: dict[str, Any] = configuration(images["cloudrun"])
    assert list(config["ExposedPorts"]) == ["8000/tcp"]
    assert "${PORT:-8000}" in config["Cmd"][-1]


def test_its_health_check_finds_it_healthy(images: dict[str, str], environment: dict[str, str]) -> None:
    with service(images["cloudrun"], options=("--health-interval=1s",), environment=environment) as call:
        call("/healthz")
        for _ in range(SECONDS_TO_START):
            if (state := call.state("{{.State.Health.Status}}")) != "starting":
                break
            time.sleep(1)
        assert state == "healthy"


def test_its_health_check_finds_it_ill_when_nobody_answers(images: dict[str, str]) -> None:
    check = configuration(images["cloudrun"])["Healthcheck"]["Test"]
    asleep = running(images["cloudrun"], "/bin/sleep", "60", environment={"PORT": str(free_port())})
    with asleep as container, pytest.raises(AssertionError, match="Connection refused"):
        docker("exec", container, *check[1:])


def test_it_stops_when_it_is_told_to(images: dict[str, str], environment: dict[str, str]) -> None:
    with service(images["cloudrun"], environment=environment) as call:
        call("/healthz")
        docker("stop", "--time=20", call.container)
        assert call.state("{{.State.ExitCode}}") == "0"
