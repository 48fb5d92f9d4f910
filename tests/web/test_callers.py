"""Callers and their keys."""

from hashlib import sha256

import pytest

from tests.memory_pipeline import INVOICE, MemoryPipeline
from tests.web.service import client_of

ID = sha256(INVOICE).hexdigest()


def test_a_key_gives_access_to_the_documents_of_its_tenant(memory: MemoryPipeline) -> None:
    client = client_of(memory.pipeline(), INVOICY_API_KEYS="acme=k1,globex=k2")
    assert client.post("/v1/documents", content=INVOICE, headers={"authorization": "Bearer k1"}).status_code == 201
    assert f"readings/acme/{ID}/1.2.json" in memory.store.objects
    assert client.get(f"/v1/documents/{ID}", headers={"authorization": "bearer k1"}).status_code == 200
    assert client.get(f"/v1/documents/{ID}", headers={"authorization": "Bearer k2"}).status_code == 404


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer k2", "Basic k1", "k1"])
def test_a_service_with_keys_refuses_requests_without_one(memory: MemoryPipeline, authorization: str) -> None:
    client = client_of(memory.pipeline(), INVOICY_API_KEYS="acme=k1")
    for answer in (
        client.post("/v1/documents", content=INVOICE, headers={"authorization": authorization}),
        client.get(f"/v1/documents/{ID}", headers={"authorization": authorization}),
    ):
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.headers["content-type"] == "application/problem+json"
    assert memory.store.objects == {}
