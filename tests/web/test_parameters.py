"""Query parameters, valid and invalid."""

from hashlib import sha256

import pytest
from fastapi.testclient import TestClient

from tests.memory_pipeline import INVOICE, MemoryPipeline
from tests.web.service import detail_of

ID = sha256(INVOICE).hexdigest()


LONG = "p" * 40


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


def test_an_unknown_profile_is_refused_with_the_valid_profiles(client: TestClient) -> None:
    detail = detail_of(client, "/v1/documents?profile=zugferd", 422)
    assert detail.startswith("profile must be one of auto, en16931, peppol, ")
    assert detail.endswith(", not 'zugferd'.")


def test_an_invalid_id_is_refused_and_capital_letters_are_accepted(client: TestClient) -> None:
    client.post("/v1/documents", content=INVOICE)
    assert client.get(f"/v1/documents/{ID.upper()}").json()["id"] == ID
    detail = client.get("/v1/documents/no-id").json()["detail"]
    assert detail == "document_id must be the SHA-256 of a document, which is 64 hex digits, not 'no-id'."
