"""The document in a request: a body, or the file in a form."""

import tempfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.memory_pipeline import INVOICE, MemoryPipeline
from tests.web.service import client_of, detail_of
from tests.xml_documents import ubl

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
def test_a_form_without_exactly_one_file_is_refused(client: TestClient, count: int) -> None:
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


URL_ENCODED = {"content-type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    "content", [ubl().replace(b"><", b">\n  <"), b"%PDF-1.7\n1 0 obj\n", b"From: a@b.example\nSubject: c\n\nd\n"]
)
def test_a_document_that_lost_its_line_ends_is_refused(
    client: TestClient, memory: MemoryPipeline, content: bytes
) -> None:
    """`curl -d @FILE` sends it so."""
    stripped = content.replace(b"\n", b"")
    detail = detail_of(client, "/v1/documents", 400, stripped, **URL_ENCODED)
    assert "use" not in detail.partition("`curl -d`")[0]
    assert "`curl --data-binary @FILE`" in detail
    assert memory.store.objects == {}
    assert client.post("/v1/documents", content=content, headers=URL_ENCODED).status_code == 201
    assert client.post("/v1/documents", content=stripped).status_code == 201


def test_an_xml_without_line_ends_is_accepted(client: TestClient) -> None:
    assert b"\n" not in INVOICE
    assert client.post("/v1/documents", content=INVOICE, headers=URL_ENCODED).json()["id"] == ID


def test_an_unknown_text_field_in_a_form_is_refused(client: TestClient, memory: MemoryPipeline) -> None:
    answer = client.post("/v1/documents", files={"file": INVOICE}, data={"profile": "peppol"})
    assert answer.status_code == 400
    assert answer.json()["detail"] == (
        "Unknown text field 'profile' in the form. Give name, profile and printed as query parameters: "
        "/v1/documents?profile=peppol."
    )
    assert memory.store.objects == {}


@pytest.mark.parametrize(("count", "words"), [(0, "no file"), (2, "2 files"), (30, "damaged or too long")])
def test_a_form_with_the_wrong_number_of_files_is_refused_in_a_sentence(
    client: TestClient, count: int, words: str
) -> None:
    part = b'--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nbytes\r\n'
    headers = {"content_type": "multipart/form-data; boundary=x"}
    detail = detail_of(client, "/v1/documents", 400, part * count + b"--x--\r\n", **headers)
    assert words in detail
    assert "Send one file, as `curl -F file=@invoice.pdf` does" in detail


def test_the_parameter_overrides_the_name_of_the_file(client: TestClient) -> None:
    files = {"file": ("a.xml", BytesIO(INVOICE))}
    assert client.post("/v1/documents?name=b.xml", files=files).json()["name"] == "b.xml"


def test_a_compressed_body_is_refused(client: TestClient, memory: MemoryPipeline) -> None:
    detail = detail_of(client, "/v1/documents", 415, content_encoding="gzip")
    assert detail == "The content encoding 'gzip' is not supported. Send the document uncompressed."
    assert memory.store.objects == {}
    assert client.post("/v1/documents", content=INVOICE, headers={"content-encoding": "identity"}).status_code == 201
