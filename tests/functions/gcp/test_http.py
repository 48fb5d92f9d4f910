"""The app on Cloud Run, as `uvicorn invoicy_gcp.http:app` gets it."""

from hashlib import sha256

import pytest
from fastapi.testclient import TestClient

import invoicy_gcp.http
from tests.house import INVOICE


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


def test_the_module_has_nothing_else_to_give() -> None:
    with pytest.raises(AttributeError):
        _ = invoicy_gcp.http.application
