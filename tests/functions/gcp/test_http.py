"""The HTTP service, as `uvicorn --factory invoicy_gcp.http:app` serves it."""

import json
from hashlib import sha256
from threading import Event
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from invoicy.pipeline import NullPublisher, Pipeline, reader
from invoicy.settings import Settings
from invoicy_gcp.deadline import DeadlinePipeline
from invoicy_gcp.http import app, service
from invoicy_gcp.store import GcsStore
from tests.memory_pipeline import INVOICE

if TYPE_CHECKING:
    from google.cloud.storage import Client

TRACE_ID = "0af7651916cd43dd8448eb211c80319c"


@pytest.mark.usefixtures("bucket")
def test_a_document_is_read_and_its_reading_is_returned_again() -> None:
    client = TestClient(app())
    answer = client.post("/v1/documents", content=INVOICE)
    assert answer.status_code == 201
    fetched = client.get(f"/v1/documents/{sha256(INVOICE).hexdigest()}")
    assert fetched.content == answer.content
    assert client.get("/readyz").status_code == 200


def test_without_its_bucket_the_service_is_not_ready(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVOICY_BUCKET", f"no-such-{bucket}")
    client = TestClient(app(), raise_server_exceptions=False)
    assert client.get("/readyz").status_code == 500


class SlowStore(GcsStore):
    """A store that waits until the test is over."""

    released = Event()

    def create(self, key: str, content: bytes) -> bool:
        self.released.wait(30)
        return super().create(key, content)


def unused_signer(key: str, media_type: str) -> tuple[str, dict[str, str]]:
    raise NotImplementedError(key, media_type)


def test_a_document_that_takes_too_long_is_answered_503(gcs: "Client", gcs_bucket: str) -> None:
    store = SlowStore(gcs, gcs_bucket)
    pipeline = Pipeline(store=store, publisher=NullPublisher(), version="1.0", read=reader())
    client = TestClient(service(DeadlinePipeline.of(pipeline, 0.1), Settings(), unused_signer))
    answer = client.post("/v1/documents", content=INVOICE)
    store.released.set()
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


@pytest.mark.usefixtures("bucket")
def test_the_log_lines_of_a_request_name_its_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "demo")
    headers = {"traceparent": f"00-{TRACE_ID}-b7ad6b7169203331-01"}
    assert TestClient(app()).post("/v1/documents", content=INVOICE, headers=headers).status_code == 201
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    traces = [line.get("logging.googleapis.com/trace") for line in lines if line["logger"].startswith("invoicy")]
    assert traces == [f"projects/demo/traces/{TRACE_ID}"]
