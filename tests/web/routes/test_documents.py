"""Requests about documents that are right, nearly right and wrong, and the sentence that each gets."""

import asyncio
from hashlib import sha256
from io import BytesIO

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message

from invoicy import read
from invoicy.settings import Settings
from invoicy.web.app import create_app
from invoicy.web.intake import ReadEvent
from tests.memory_pipeline import INVOICE, MemoryPipeline
from tests.requirements import SAMPLES
from tests.web.service import client_of
from tests.xml_documents import ubl

ID = sha256(INVOICE).hexdigest()
HYBRID = SAMPLES / "hybrid-facturx-en16931.pdf"
LONG = "p" * 40
URL_ENCODED = {"content-type": "application/x-www-form-urlencoded"}


def detail_of(client: TestClient, path: str, status: int, content: bytes = INVOICE, **headers: str) -> str:
    answer = client.post(
        path, content=content, headers={key.replace("_", "-"): value for key, value in headers.items()}
    )
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    detail: str = answer.json()["detail"]
    return detail


def test_another_profile_is_applied_and_its_reading_not_stored(client: TestClient, memory: MemoryPipeline) -> None:
    answer = client.post("/v1/documents?profile=peppol&name=a.xml", content=INVOICE)
    assert answer.status_code == 200
    assert answer.text == read(INVOICE, name="a.xml", profile="peppol").to_json()
    assert answer.text != read(INVOICE, name="a.xml").to_json()
    assert answer.headers["invoicy-stored"] == "no"
    assert "location" not in answer.headers
    assert memory.store.objects == {}
    assert client.get(f"/v1/documents/{ID}").status_code == 404


def test_a_stored_reading_is_never_given_for_another_profile(client: TestClient) -> None:
    stored = client.post("/v1/documents?name=a.xml", content=INVOICE)
    other = client.post("/v1/documents?name=a.xml&profile=peppol", content=INVOICE)
    again = client.post("/v1/documents?name=a.xml", content=INVOICE)
    assert stored.headers["invoicy-stored"] == again.headers["invoicy-stored"] == "yes"
    assert (other.text != stored.text, again.text) == (True, stored.text)


def test_the_services_own_profile_may_be_named(memory: MemoryPipeline) -> None:
    client = client_of(memory.pipeline(), INVOICY_PROFILE="peppol")
    assert client.post("/v1/documents?profile=peppol", content=INVOICE).status_code == 201
    assert client.post("/v1/documents?profile=auto", content=INVOICE).headers["invoicy-stored"] == "no"


def test_printed_reads_the_pages_alone(memory: MemoryPipeline) -> None:
    client = client_of(memory.pipeline(), INVOICY_MAX_UPLOAD_BYTES=str(4 << 20))
    content = HYBRID.read_bytes()
    assert client.post("/v1/documents?printed=true", content=content).json()["syntax"] == "printed"
    assert memory.store.objects == {}
    assert client.post("/v1/documents?printed=false", content=content).json()["syntax"] == "cii"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("profil=peppol", "Unknown query parameter: 'profil'. Known here: name, profile, printed."),
        ("name=a&name=b", "A query parameter is given twice. Give it once."),
        ("b=1&a=2", "Unknown query parameters: 'a', 'b'. Known here: name, profile, printed."),
        (
            "&".join(f"{name}=1" for name in (f"{LONG}p", "q", "r", "s", "t", "u", "v")),
            f"Unknown query parameters: '{LONG}', 'q', 'r', 's', 't' and 2 more. Known here: name, profile, printed.",
        ),
        ("printed=perhaps", "printed must be true or false, not 'perhaps'."),
        ("name=" + "x" * 256, f"name must be at most 255 characters long, not '{'x' * 80}…'."),
    ],
)
def test_a_wrong_parameter_is_refused_in_a_sentence(
    client: TestClient, memory: MemoryPipeline, query: str, sentence: str
) -> None:
    assert detail_of(client, f"/v1/documents?{query}", 422) == sentence
    assert memory.store.objects == {}


def test_an_unknown_profile_is_refused_with_those_that_there_are(client: TestClient) -> None:
    detail = detail_of(client, "/v1/documents?profile=zugferd", 422)
    assert detail.startswith("profile must be one of auto, en16931, peppol, ")
    assert detail.endswith(", not 'zugferd'.")


def test_an_id_that_is_none_is_refused_and_capitals_are_taken(client: TestClient) -> None:
    client.post("/v1/documents", content=INVOICE)
    assert client.get(f"/v1/documents/{ID.upper()}").json()["id"] == ID
    detail = client.get("/v1/documents/no-id").json()["detail"]
    assert detail == "document_id must be the SHA-256 of a document, which is 64 hex digits, not 'no-id'."


def test_a_reading_is_fetched_with_the_query_that_sent_it_but_by_no_profile(client: TestClient) -> None:
    client.post("/v1/documents?name=a.xml", content=INVOICE)
    assert client.get(f"/v1/documents/{ID}?name=a.xml").json()["id"] == ID
    assert client.get(f"/v1/documents/{ID}?profile=peppol").status_code == 422


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


def test_an_xml_of_one_line_is_taken_as_it_is(client: TestClient) -> None:
    assert b"\n" not in INVOICE
    assert client.post("/v1/documents", content=INVOICE, headers=URL_ENCODED).json()["id"] == ID


def test_a_text_field_beside_the_file_is_refused(client: TestClient, memory: MemoryPipeline) -> None:
    answer = client.post("/v1/documents", files={"file": INVOICE}, data={"profile": "peppol"})
    assert answer.status_code == 400
    assert answer.json()["detail"] == (
        "Unknown text field 'profile' in the form. Give name, profile and printed as query parameters: "
        "/v1/documents?profile=peppol."
    )
    assert memory.store.objects == {}


@pytest.mark.parametrize(("count", "words"), [(0, "no file"), (2, "2 files"), (30, "damaged or too long")])
def test_a_form_with_another_number_of_files_is_refused(client: TestClient, count: int, words: str) -> None:
    part = b'--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nbytes\r\n'
    headers = {"content_type": "multipart/form-data; boundary=x"}
    detail = detail_of(client, "/v1/documents", 400, part * count + b"--x--\r\n", **headers)
    assert words in detail
    assert "Send one file, as `curl -F file=@invoice.pdf` does" in detail


def test_the_name_of_a_file_gives_way_to_the_parameter(client: TestClient) -> None:
    files = {"file": ("a.xml", BytesIO(INVOICE))}
    assert client.post("/v1/documents?name=b.xml", files=files).json()["name"] == "b.xml"


def test_the_sentence_about_a_large_document_has_its_limit_in_words(memory: MemoryPipeline) -> None:
    client = client_of(memory.pipeline(), INVOICY_MAX_UPLOAD_BYTES=str(2 << 20))
    detail = detail_of(client, "/v1/documents", 413, b"x" * (3 << 20))
    assert detail == "The document is larger than 2 MB, the limit of this service."


def test_a_path_or_a_method_that_does_not_exist_is_answered_with_those_that_do(client: TestClient) -> None:
    nowhere = client.get("/v1/document").json()["detail"]
    assert nowhere.startswith(
        "There is nothing at '/v1/document'. The paths of this service are /, /docs, /openapi.json, /v1/documents,"
    )
    assert client.put("/v1/documents").json()["detail"] == "'/v1/documents' does not support PUT; use POST."


@pytest.mark.parametrize("path", ["/", "/docs", "/healthz", "/readyz", "/version", f"/v1/documents/{ID}"])
def test_a_head_is_a_get_without_its_body(client: TestClient, path: str) -> None:
    client.post("/v1/documents", content=INVOICE)
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == get.headers


def test_each_document_is_reported_with_its_size_and_time(memory: MemoryPipeline) -> None:
    events: list[ReadEvent] = []
    client = TestClient(create_app(memory.pipeline(), Settings(), events.append))
    for query in ("", "", "?profile=peppol"):
        client.post(f"/v1/documents{query}", content=INVOICE)
    assert [(event.result.created, event.result.stored) for event in events] == [
        (True, True),
        (False, True),
        (False, False),
    ]
    assert {event.size for event in events} == {len(INVOICE)}
    assert all(event.seconds > 0 for event in events)


def test_a_compressed_body_is_refused(client: TestClient, memory: MemoryPipeline) -> None:
    detail = detail_of(client, "/v1/documents", 415, content_encoding="gzip")
    assert detail == "The content encoding 'gzip' is not supported. Send the document uncompressed."
    assert memory.store.objects == {}
    assert client.post("/v1/documents", content=INVOICE, headers={"content-encoding": "identity"}).status_code == 201


def test_a_caller_who_hangs_up_is_no_fault_of_the_service(memory: MemoryPipeline) -> None:
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
