"""Errors as problem details."""

from hashlib import sha256

import pytest
from fastapi.testclient import TestClient

from invoicy.errors import AccessRefusedError, InvoicyError, TemporaryFaultError
from invoicy.pipeline import Pipeline, reader
from tests.fakes.faults import FaultyStore, Trouble
from tests.memory_pipeline import INVOICE, MemoryPipeline
from tests.web.service import client_of

ID = sha256(INVOICE).hexdigest()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", f"/v1/documents/{'0' * 64}", 404),
        ("GET", "/v1/documents/no-id", 422),
        ("GET", f"/v1/documents/{ID}/", 404),
        ("GET", "/nowhere", 404),
        ("PUT", "/v1/documents", 405),
        ("POST", "/v1/documents", 400),
    ],
)
def test_errors_are_problems(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["title"]
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    ("fault", "status"),
    [(TemporaryFaultError("SlowDown on bucket b"), 503), (AccessRefusedError("bucket b"), 500), (ValueError("b"), 500)],
)
def test_an_internal_fault_is_a_problem_without_its_details(
    memory: MemoryPipeline, fault: InvoicyError, status: int
) -> None:
    store = FaultyStore(memory.store, Trouble(0, fault))
    pipeline = Pipeline(store=store, publisher=memory.publisher, version="1.2", read=reader())
    answer = client_of(pipeline).post("/v1/documents", content=INVOICE)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert ("retry-after" in answer.headers) is (status == 503)
    assert "bucket" not in answer.text
