"""The document of a request is read, and stored by the service's profile only."""

import pytest

from invoicy.model.profiles import Profile
from invoicy.settings import Settings
from invoicy.web.intake import HttpIntake, ReadEvent, ReadOptions
from invoicy.web.request_bodies import RequestBody
from tests.memory_pipeline import INVOICE, MemoryPipeline

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
