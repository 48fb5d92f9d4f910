"""Documents over HTTP: sent, read, stored and fetched."""

from hashlib import sha256

from fastapi.testclient import TestClient

from tests.memory_pipeline import INVOICE, MemoryPipeline

ID = sha256(INVOICE).hexdigest()


def test_a_reading_is_fetched_with_the_query_that_sent_it_but_by_no_profile(client: TestClient) -> None:
    client.post("/v1/documents?name=a.xml", content=INVOICE)
    assert client.get(f"/v1/documents/{ID}?name=a.xml").json()["id"] == ID
    assert client.get(f"/v1/documents/{ID}?profile=peppol").status_code == 422


def test_a_body_is_read_and_its_reading_answered(client: TestClient, memory: MemoryPipeline) -> None:
    answer = client.post("/v1/documents?name=a.xml", content=INVOICE)
    assert answer.status_code == 201
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["location"] == f"/v1/documents/{ID}"
    assert (answer.json()["id"], answer.json()["name"], answer.json()["status"]) == (ID, "a.xml", "accepted")
    assert memory.store.objects[f"documents/default/{ID}"] == INVOICE


def test_the_same_bytes_again_are_answered_from_the_store(client: TestClient, memory: MemoryPipeline) -> None:
    first = client.post("/v1/documents", content=INVOICE)
    before = dict(memory.store.objects)
    second = client.post("/v1/documents", content=INVOICE)
    assert second.status_code == 200
    assert second.content == first.content
    assert memory.store.objects == before


def test_a_document_that_is_not_an_invoice_is_a_rejected_reading(client: TestClient) -> None:
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
