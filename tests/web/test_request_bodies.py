"""Documents in the bodies of requests: bytes and forms."""

import tempfile
from hashlib import sha256
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.memory_pipeline import INVOICE, MemoryPipeline
from tests.web.service import client_of

ID = sha256(INVOICE).hexdigest()


def test_the_file_of_a_form_is_read(client: TestClient) -> None:
    answer = client.post("/v1/documents", files={"file": ("C:\\in\\a.xml", INVOICE, "text/plain")})
    assert answer.status_code == 201
    assert (answer.json()["id"], answer.json()["name"]) == (ID, "a.xml")


@pytest.mark.parametrize("content_type", ["text/plain", "application/json", "application/x-www-form-urlencoded", ""])
def test_the_bytes_decide_and_not_the_content_type(client: TestClient, content_type: str) -> None:
    answer = client.post("/v1/documents", content=INVOICE, headers={"content-type": content_type})
    assert answer.json()["id"] == ID


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
