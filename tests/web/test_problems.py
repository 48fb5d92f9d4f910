"""Errors as problem details."""

import asyncio
from hashlib import sha256

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message

from invoicy.errors import AccessRefusedError, InvoicyError, TemporaryFaultError
from invoicy.pipeline import Pipeline, reader
from invoicy.settings import Settings
from invoicy.web.app import create_app
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
def test_an_internal_error_is_a_problem_without_internal_details(
    memory: MemoryPipeline, fault: InvoicyError, status: int
) -> None:
    store = FaultyStore(memory.store, Trouble(0, fault))
    pipeline = Pipeline(store=store, publisher=memory.publisher, version="1.2", read=reader())
    answer = client_of(pipeline).post("/v1/documents", content=INVOICE)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert ("retry-after" in answer.headers) is (status == 503)
    assert "bucket" not in answer.text


def test_an_unknown_path_or_method_is_refused_with_the_valid_paths_or_methods(client: TestClient) -> None:
    nowhere = client.get("/v1/document").json()["detail"]
    assert nowhere.startswith(
        "There is nothing at '/v1/document'. The paths of this service are /, /docs, /openapi.json, /v1/documents,"
    )
    assert client.put("/v1/documents").json()["detail"] == "'/v1/documents' does not support PUT; use POST."


def test_a_client_that_disconnects_is_not_an_error_of_the_service(memory: MemoryPipeline) -> None:
    """Half a document is not stored, and nothing is raised, which the server would log as a traceback."""
    messages = iter(({"type": "http.request", "body": INVOICE, "more_body": True}, {"type": "http.disconnect"}))
    statuses: list[int] = []

    async def receive() -> Message:
        return next(messages)

    async def send(message: Message) -> None:
        statuses.extend([message["status"]] if "status" in message else [])

    scope = {"type": "http", "method": "POST", "path": "/v1/documents", "query_string": b"", "headers": []}
    asyncio.run(create_app(memory.pipeline(), Settings.load({}))(scope, receive, send))
    assert statuses == [400]
    assert memory.store.objects == {}
