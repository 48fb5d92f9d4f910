"""The app: documents in, readings out, errors as problems."""

import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from invoicy.errors import AccessRefusedError, InvoicyError, TemporaryFaultError
from invoicy.pipeline import Pipeline, reader
from tests.fakes.faults import FaultyStore, Trouble
from tests.memory_pipeline import INVOICE, MemoryPipeline
from tests.requirements import SAMPLES
from tests.web.service import LIMIT, client_of

ID = sha256(INVOICE).hexdigest()


def test_a_body_is_read_and_its_reading_answered(client: TestClient, memory: MemoryPipeline) -> None:
    answer = client.post("/v1/documents?name=a.xml", content=INVOICE)
    assert answer.status_code == 201
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["location"] == f"/v1/documents/{ID}"
    assert (answer.json()["id"], answer.json()["name"], answer.json()["status"]) == (ID, "a.xml", "accepted")
    assert memory.store.objects[f"documents/default/{ID}"] == INVOICE


def test_the_file_of_a_form_is_read(client: TestClient) -> None:
    answer = client.post("/v1/documents", files={"file": ("C:\\in\\a.xml", INVOICE, "text/plain")})
    assert answer.status_code == 201
    assert (answer.json()["id"], answer.json()["name"]) == (ID, "a.xml")


@pytest.mark.parametrize("content_type", ["text/plain", "application/json", "application/x-www-form-urlencoded", ""])
def test_the_bytes_decide_and_not_the_content_type(client: TestClient, content_type: str) -> None:
    answer = client.post("/v1/documents", content=INVOICE, headers={"content-type": content_type})
    assert answer.json()["id"] == ID


def test_the_same_bytes_again_are_answered_from_the_store(client: TestClient, memory: MemoryPipeline) -> None:
    first = client.post("/v1/documents", content=INVOICE)
    before = dict(memory.store.objects)
    second = client.post("/v1/documents", content=INVOICE)
    assert second.status_code == 200
    assert second.content == first.content
    assert memory.store.objects == before


def test_what_is_no_invoice_is_a_rejected_reading(client: TestClient) -> None:
    answer = client.post("/v1/documents", content=b"\x00\x01")
    assert answer.status_code == 201
    assert answer.json()["status"] == "rejected"


def test_a_reading_is_fetched_by_the_documents_id_as_it_is_stored(client: TestClient, memory: MemoryPipeline) -> None:
    client.post("/v1/documents", content=INVOICE)
    answer = client.get(f"/v1/documents/{ID}")
    assert answer.status_code == 200
    assert answer.content == memory.store.objects[f"readings/default/{ID}/1.2.json"]


def test_the_newest_reading_is_fetched(client: TestClient, memory: MemoryPipeline) -> None:
    client.post("/v1/documents", content=INVOICE)
    memory.store.create(f"readings/default/{ID}/1.10.json", b'{"newest": true}')
    assert client.get(f"/v1/documents/{ID}").json() == {"newest": True}


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


@pytest.mark.parametrize("count", [0, 2])
def test_a_form_holds_one_file(client: TestClient, count: int) -> None:
    part = b'--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nbytes\r\n'
    headers = {"content-type": "multipart/form-data; boundary=x"}
    answer = client.post("/v1/documents", content=part * count + b"--x--\r\n", headers=headers)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("content_type", ["multipart/form-data", "multipart/form-data; boundary=x"])
def test_a_broken_form_is_the_callers_fault(client: TestClient, content_type: str) -> None:
    answer = client.post("/v1/documents", content=b"no form", headers={"content-type": content_type})
    assert answer.status_code == 400


def test_a_large_form_needs_no_disk(memory: MemoryPipeline, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    client = client_of(memory.pipeline(), INVOICY_MAX_UPLOAD_BYTES=str(4 << 20))
    assert client.post("/v1/documents", files={"file": b"x" * (3 << 20)}).status_code == 201


def test_documents_of_many_callers_at_once_are_read_one_after_the_other(client: TestClient) -> None:
    documents = [path.read_bytes() for path in sorted(SAMPLES.glob("*.pdf"))] * 4  # PDFium knows no threads
    with ThreadPoolExecutor(8) as callers:
        answers = list(callers.map(lambda content: client.post("/v1/documents", content=content), documents))
    assert [answer.json()["id"] for answer in answers] == [sha256(content).hexdigest() for content in documents]


def chunks(size: int) -> Iterator[bytes]:
    """A body whose length is not announced."""
    for _ in range(0, size, 1000):
        yield b"x" * 1000


@pytest.mark.parametrize("announced", [True, False])
def test_a_body_above_the_limit_is_not_taken_in(client: TestClient, memory: MemoryPipeline, announced: bool) -> None:
    content = b"x" * (LIMIT + 1000) if announced else chunks(LIMIT + 1000)
    answer = client.post("/v1/documents", content=content)
    assert answer.status_code == 413
    assert "larger than 125 kB" in answer.json()["detail"]
    assert memory.store.objects == {}


def test_a_body_at_the_limit_is_taken_in(client: TestClient) -> None:
    assert client.post("/v1/documents", content=chunks(LIMIT)).status_code == 201


def test_a_form_above_the_limit_is_not_taken_in(client: TestClient) -> None:
    boundary = {"content-type": "multipart/form-data; boundary=x"}
    head = b'--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n'
    answer = client.post("/v1/documents", content=iter([head, *chunks(LIMIT)]), headers=boundary)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("fault", "status"),
    [(TemporaryFaultError("SlowDown on bucket b"), 503), (AccessRefusedError("bucket b"), 500), (ValueError("b"), 500)],
)
def test_a_fault_inside_is_a_problem_that_tells_nothing_of_the_inside(
    memory: MemoryPipeline, fault: InvoicyError, status: int
) -> None:
    store = FaultyStore(memory.store, Trouble(0, fault))
    pipeline = Pipeline(store=store, publisher=memory.publisher, version="1.2", read=reader())
    answer = client_of(pipeline).post("/v1/documents", content=INVOICE)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert ("retry-after" in answer.headers) is (status == 503)
    assert "bucket" not in answer.text


def test_a_callers_key_says_whose_document_it_is(memory: MemoryPipeline) -> None:
    client = client_of(memory.pipeline(), INVOICY_API_KEYS="acme=k1,globex=k2")
    assert client.post("/v1/documents", content=INVOICE, headers={"authorization": "Bearer k1"}).status_code == 201
    assert f"readings/acme/{ID}/1.2.json" in memory.store.objects
    assert client.get(f"/v1/documents/{ID}", headers={"authorization": "bearer k1"}).status_code == 200
    assert client.get(f"/v1/documents/{ID}", headers={"authorization": "Bearer k2"}).status_code == 404


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer k2", "Basic k1", "k1"])
def test_where_there_are_keys_nobody_comes_in_without_one(memory: MemoryPipeline, authorization: str) -> None:
    client = client_of(memory.pipeline(), INVOICY_API_KEYS="acme=k1")
    for answer in (
        client.post("/v1/documents", content=INVOICE, headers={"authorization": authorization}),
        client.get(f"/v1/documents/{ID}", headers={"authorization": authorization}),
    ):
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.headers["content-type"] == "application/problem+json"
    assert memory.store.objects == {}


def test_it_lives_is_ready_and_says_what_it_is(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INVOICY_REVISION", "1a2b3c")
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"}
    assert client.get("/version").json() == {"version": "1.2", "revision": "1a2b3c"}


def test_without_its_store_it_lives_but_is_not_ready(memory: MemoryPipeline) -> None:
    store = FaultyStore(memory.store, Trouble(0, TemporaryFaultError("gone")))
    client = client_of(Pipeline(store=store, publisher=memory.publisher, version="1.2", read=reader()))
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503


def test_it_starts_and_stops_as_a_server_asks_it_to(client: TestClient) -> None:
    with client:
        assert client.get("/healthz").status_code == 200
