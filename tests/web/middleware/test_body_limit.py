"""The limit on request bodies."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.memory_pipeline import MemoryPipeline
from tests.web.service import LIMIT, client_of, detail_of


def chunks(size: int) -> Iterator[bytes]:
    """A body whose length is not announced."""
    for _ in range(0, size, 1000):
        yield b"x" * 1000


@pytest.mark.parametrize("announced", [True, False])
def test_a_body_above_the_limit_is_refused(client: TestClient, memory: MemoryPipeline, announced: bool) -> None:
    content = b"x" * (LIMIT + 1000) if announced else chunks(LIMIT + 1000)
    answer = client.post("/v1/documents", content=content)
    assert answer.status_code == 413
    assert "larger than 125 kB" in answer.json()["detail"]
    assert memory.store.objects == {}


def test_a_body_at_the_limit_is_accepted(client: TestClient) -> None:
    assert client.post("/v1/documents", content=chunks(LIMIT)).status_code == 201


def test_a_form_above_the_limit_is_refused(client: TestClient) -> None:
    boundary = {"content-type": "multipart/form-data; boundary=x"}
    head = b'--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n'
    answer = client.post("/v1/documents", content=iter([head, *chunks(LIMIT)]), headers=boundary)
    assert answer.status_code == 413


def test_the_sentence_about_a_large_document_contains_the_limit(memory: MemoryPipeline) -> None:
    client = client_of(memory.pipeline(), INVOICY_MAX_UPLOAD_BYTES=str(2 << 20))
    detail = detail_of(client, "/v1/documents", 413, b"x" * (3 << 20))
    assert detail == "The document is larger than 2 MB, the limit of this service."
