"""The app on Cloud Run, as `uvicorn invoicy_gcp.http:app` gets it."""

import json
from hashlib import sha256
from threading import Event

import pytest
from fastapi.testclient import TestClient

import invoicy_gcp.http
from invoicy_gcp.store import GcsStore
from tests.memory_pipeline import INVOICE


def test_a_document_is_read_and_its_reading_fetched(bucket: str) -> None:
    client = TestClient(invoicy_gcp.http.app)
    answer = client.post("/v1/documents", content=INVOICE)
    assert answer.status_code == 201
    fetched = client.get(f"/v1/documents/{sha256(INVOICE).hexdigest()}")
    assert fetched.content == answer.content
    assert client.get("/readyz").status_code == 200
    assert bucket


def test_a_bucket_that_does_not_exist_is_not_ready(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVOICY_BUCKET", f"no-such-{bucket}")
    client = TestClient(invoicy_gcp.http.app, raise_server_exceptions=False)
    assert client.get("/readyz").status_code == 500


def test_a_document_that_takes_too_long_is_answered_503(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()

    class StuckStore(GcsStore):
        def create(self, key: str, content: bytes) -> bool:
            go_on.wait(30)
            return super().create(key, content)

    monkeypatch.setenv("INVOICY_DEADLINE_SECONDS", "1")
    monkeypatch.setattr("invoicy_gcp.composition.GcsStore", StuckStore)
    answer = TestClient(invoicy_gcp.http.app).post("/v1/documents", content=INVOICE)
    go_on.set()
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert bucket


def test_a_request_is_logged_within_its_trace(
    bucket: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "demo")
    trace = {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}
    assert TestClient(invoicy_gcp.http.app).post("/v1/documents", content=INVOICE, headers=trace).status_code == 201
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    traces = {
        line.get("logging.googleapis.com/trace", line["message"])
        for line in lines
        if line["logger"].startswith("invoicy")
    }
    assert traces == {"projects/demo/traces/0af7651916cd43dd8448eb211c80319c"}
    assert bucket


def test_the_module_has_nothing_else_to_give() -> None:
    with pytest.raises(AttributeError):
        _ = invoicy_gcp.http.application
