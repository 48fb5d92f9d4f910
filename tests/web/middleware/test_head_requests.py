"""HEAD requests."""

from hashlib import sha256

import pytest
from fastapi.testclient import TestClient

from tests.memory_pipeline import INVOICE

ID = sha256(INVOICE).hexdigest()


@pytest.mark.parametrize("path", ["/", "/docs", "/healthz", "/readyz", "/version", f"/v1/documents/{ID}"])
def test_a_head_response_is_the_get_response_without_its_body(client: TestClient, path: str) -> None:
    client.post("/v1/documents", content=INVOICE)
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == get.headers
