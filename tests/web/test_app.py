"""The app as a server runs it."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

from fastapi.testclient import TestClient

from tests.requirements import SAMPLES


def test_documents_of_simultaneous_callers_are_all_read(client: TestClient) -> None:
    documents = [path.read_bytes() for path in sorted(SAMPLES.glob("*.pdf"))] * 4  # PDFium knows no threads
    with ThreadPoolExecutor(8) as callers:
        answers = list(callers.map(lambda content: client.post("/v1/documents", content=content), documents))
    assert [answer.json()["id"] for answer in answers] == [sha256(content).hexdigest() for content in documents]


def test_the_app_starts_and_stops_with_its_server(client: TestClient) -> None:
    with client:
        assert client.get("/healthz").status_code == 200
