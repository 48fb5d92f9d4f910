"""The pages of the app, as a browser requests them."""

import re
from html import escape, unescape

import pytest
from fastapi.testclient import TestClient

from tests.memory_pipeline import INVOICE, MemoryPipeline
from tests.requirements import SAMPLES
from tests.web.service import client_of
from tests.xml_documents import ubl

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
ADDRESS = re.compile(r"""(?:src|href|action)="([^"]*)"|url\(([^)]*)\)""")


def test_the_front_page_describes_the_service_and_its_requests(client: TestClient) -> None:
    answer = client.get("/", headers=BROWSER)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    text = unescape(answer.text)
    assert "An invoice in any form becomes one checked, structured EN 16931 invoice." in text
    assert "curl --data-binary @invoice.pdf 'http://testserver/v1/documents?name=invoice.pdf'" in text
    assert '<input id="file" name="file" type="file" required>' in answer.text
    assert 'href="docs"' in answer.text
    assert "up to 125 kB" in text
    assert client.get("/").text == answer.text


def test_an_api_client_gets_an_index(client: TestClient) -> None:
    index = client.get("/", headers={"accept": "application/json"}).json()
    assert (index["name"], index["version"]) == ("Invoicy", "1.2")
    assert all(client.get(path).status_code in {200, 405} for path in index["links"].values())


@pytest.mark.parametrize("path", ["/", "/docs", "/nowhere"])
def test_a_page_asks_for_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=BROWSER)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe-eval" not in policy
    assert "http" not in policy
    addresses = ["".join(groups) for groups in ADDRESS.findall(answer.text)]
    assert addresses
    assert [each for each in addresses if "//" in each] == []


@pytest.mark.parametrize("path", ["/style.css", "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js", "/docs/start.js"])
def test_the_files_of_the_pages_are_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/docs/redoc.standalone.js", "/docs/..%2f..%2fpyproject.toml", "/docs/"])
def test_no_other_file_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_sent_file_is_shown_with_its_values_and_stored(client: TestClient, memory: MemoryPipeline) -> None:
    content = (SAMPLES / "bad-total.xml").read_bytes()
    answer = client.post("/", files={"file": ("bad-total.xml", content)}, data={"profile": "auto"}, headers=BROWSER)
    assert answer.status_code == 200
    text = unescape(answer.text)
    assert "<strong>review</strong>\nIt needs review before use." in text
    assert "Invoice number <small>BT-1</small></th><td><bdi>RE-26-00582</bdi>" in text
    assert "15,460.32 EUR" in text
    assert "BR-CO-15" in text
    assert "<caption>Lines</caption>" in text
    assert [key for key in memory.store.objects if key.startswith("readings/default/")]


def test_the_page_has_the_name_of_the_file_that_was_sent(client: TestClient) -> None:
    """Not that of the stored reading: the same bytes may have come under another name."""
    client.post("/v1/documents?name=first.xml", content=INVOICE)
    page = client.post("/", files={"file": ("second.xml", INVOICE)}, headers=BROWSER).text
    assert "<h1><bdi>second.xml</bdi></h1>" in page


def test_a_document_that_is_not_an_invoice_is_shown_with_the_reason(client: TestClient) -> None:
    answer = client.post("/", files={"file": ("a.bin", b"\x00\x01")}, headers=BROWSER)
    assert "<strong>rejected</strong>" in answer.text
    assert "INVOICY-UNKNOWN-KIND" in answer.text


def test_another_profile_is_applied_and_the_page_states_that_the_reading_is_not_stored(
    client: TestClient, memory: MemoryPipeline
) -> None:
    answer = client.post("/", files={"file": ("a.xml", INVOICE)}, data={"profile": "peppol"}, headers=BROWSER)
    assert "This reading is not stored" in answer.text
    assert memory.store.objects == {}


def test_text_of_a_document_does_not_become_markup(client: TestClient) -> None:
    attack = "<script>alert(1)</script>\"'&"
    content = ubl().replace(b"R-1", escape(attack).encode())
    assert content != ubl()
    name = "<img src=x onerror=alert(2)>.xml"
    page = client.post("/", files={"file": (name, content)}, headers=BROWSER).text
    assert "<script" not in page
    assert "<img" not in page
    assert attack in unescape(page)
    assert client.get("/<script>alert(3)</script>", headers=BROWSER).text.count("<script") == 0


def test_characters_that_turn_the_text_around_are_shown(client: TestClient) -> None:
    content = ubl().replace(b"R-1", "R\u202e1\u2066".encode())
    page = client.post("/", files={"file": ("a\u202egnp.xml", content)}, headers=BROWSER).text
    assert not {"\u202e", "\u2066"} & set(page)
    assert r"Invoice <bdi>R\u202e1\u2066</bdi>" in page
    assert r"<h1><bdi>a\u202egnp.xml</bdi></h1>" in page


@pytest.mark.parametrize(
    ("data", "files", "status", "sentence"),
    [
        ({}, {"file": ("a.xml", b"")}, 400, "Choose a file that is not empty."),
        ({"profile": "zugferd"}, {"file": ("a.xml", INVOICE)}, 422, "Unknown profile 'zugferd'."),
    ],
)
def test_a_browser_gets_its_error_as_a_page(
    client: TestClient, data: dict[str, str], files: dict[str, tuple[str, bytes]], status: int, sentence: str
) -> None:
    answer = client.post("/", data=data, files=files, headers=BROWSER)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert sentence in unescape(answer.text)


def test_a_form_without_a_chosen_file_is_refused(client: TestClient) -> None:
    body = b'--x\r\ncontent-disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--x--\r\n'
    headers = {**BROWSER, "content-type": "multipart/form-data; boundary=x"}
    assert "Choose a file that is not empty." in client.post("/", content=body, headers=headers).text


def test_a_body_above_the_limit_gets_a_page_too(client: TestClient) -> None:
    answer = client.post("/", files={"file": ("a.pdf", b"x" * 200_000)}, headers=BROWSER)
    assert (answer.status_code, answer.headers["content-type"]) == (413, "text/html; charset=utf-8")


def test_a_form_of_another_site_is_refused(client: TestClient, memory: MemoryPipeline) -> None:
    headers = {**BROWSER, "sec-fetch-site": "cross-site"}
    assert client.post("/", files={"file": ("a.xml", INVOICE)}, headers=headers).status_code == 403
    assert memory.store.objects == {}


def test_the_form_of_a_service_with_keys_has_a_field_for_the_key(memory: MemoryPipeline) -> None:
    client = client_of(memory.pipeline(), INVOICY_API_KEYS="acme=k1")
    assert 'name="key" type="password"' in client.get("/", headers=BROWSER).text
    files = {"file": ("a.xml", INVOICE)}
    assert client.post("/", files=files, data={"key": "k2"}, headers=BROWSER).status_code == 401
    assert client.post("/", files=files, headers=BROWSER).status_code == 401
    assert memory.store.objects == {}
    answer = client.post("/", files=files, data={"key": "k1"}, headers=BROWSER)
    assert answer.status_code == 200
    assert "k1" not in re.findall(r"\w+", answer.text)
    assert all(key.split("/")[1] == "acme" for key in memory.store.objects)
