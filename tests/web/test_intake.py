"""The document of a request is read, and stored by the service's profile only."""

from hashlib import sha256

import pytest
from fastapi.testclient import TestClient

from invoicy import read
from invoicy.model.profiles import Profile
from invoicy.settings import Settings
from invoicy.web.intake import HttpIntake, ReadEvent, ReadOptions
from invoicy.web.request_bodies import RequestBody
from tests.memory_pipeline import INVOICE, MemoryPipeline
from tests.requirements import SAMPLES
from tests.web.service import client_of

BODY = RequestBody(INVOICE, "a.xml")


def intake_of(memory: MemoryPipeline) -> HttpIntake:
    return HttpIntake(memory.pipeline(), Settings())


def test_a_document_is_read_and_stored_with_its_bytes() -> None:
    memory = MemoryPipeline()
    result = intake_of(memory).take("acme", BODY, ReadOptions())
    assert (result.stored, result.created) == (True, True)
    assert memory.store.objects[f"documents/acme/{result.reading.id}"] == INVOICE


def test_a_repeat_is_answered_from_the_store() -> None:
    memory = MemoryPipeline()
    results = [intake_of(memory).take("acme", BODY, ReadOptions()) for _ in range(2)]
    assert [result.created for result in results] == [True, False]
    assert results[0].reading == results[1].reading


@pytest.mark.parametrize("options", [ReadOptions(Profile.PEPPOL), ReadOptions(printed=True)], ids=str)
def test_a_reading_by_other_options_is_not_stored(options: ReadOptions) -> None:
    memory = MemoryPipeline()
    result = intake_of(memory).take("acme", BODY, options)
    assert not result.stored
    assert memory.store.objects == {}


def test_each_document_is_reported_with_its_size_and_time() -> None:
    events: list[ReadEvent] = []
    HttpIntake(MemoryPipeline().pipeline(), Settings(), events.append).take("acme", BODY, ReadOptions())
    (event,) = events
    assert (event.size, event.result.created) == (len(INVOICE), True)
    assert event.seconds > 0


ID = sha256(INVOICE).hexdigest()


HYBRID = SAMPLES / "hybrid-facturx-en16931.pdf"


def test_another_profile_is_applied_and_its_reading_not_stored(client: TestClient, memory: MemoryPipeline) -> None:
    answer = client.post("/v1/documents?profile=peppol&name=a.xml", content=INVOICE)
    assert answer.status_code == 200
    assert answer.text == read(INVOICE, name="a.xml", profile="peppol").to_json()
    assert answer.text != read(INVOICE, name="a.xml").to_json()
    assert answer.headers["invoicy-stored"] == "no"
    assert "location" not in answer.headers
    assert memory.store.objects == {}
    assert client.get(f"/v1/documents/{ID}").status_code == 404


def test_a_stored_reading_is_never_returned_for_another_profile(client: TestClient) -> None:
    stored = client.post("/v1/documents?name=a.xml", content=INVOICE)
    other = client.post("/v1/documents?name=a.xml&profile=peppol", content=INVOICE)
    again = client.post("/v1/documents?name=a.xml", content=INVOICE)
    assert stored.headers["invoicy-stored"] == again.headers["invoicy-stored"] == "yes"
    assert (other.text != stored.text, again.text) == (True, stored.text)


def test_the_services_own_profile_may_be_named(memory: MemoryPipeline) -> None:
    client = client_of(memory.pipeline(), INVOICY_PROFILE="peppol")
    assert client.post("/v1/documents?profile=peppol", content=INVOICE).status_code == 201
    assert client.post("/v1/documents?profile=auto", content=INVOICE).headers["invoicy-stored"] == "no"


def test_printed_reads_only_the_pages(memory: MemoryPipeline) -> None:
    client = client_of(memory.pipeline(), INVOICY_MAX_UPLOAD_BYTES=str(4 << 20))
    content = HYBRID.read_bytes()
    assert client.post("/v1/documents?printed=true", content=content).json()["syntax"] == "printed"
    assert memory.store.objects == {}
    assert client.post("/v1/documents?printed=false", content=content).json()["syntax"] == "cii"
