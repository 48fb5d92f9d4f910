"""Delivered at least once, stored exactly once: a delivery that stops anywhere is completed by the next one."""

from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct, structs

from invoicy.documents.document import Document
from invoicy.errors import DamagedObjectError, InvoicyError, TemporaryFaultError
from invoicy.pipeline import Pipeline, reader
from tests.fakes.faults import FaultyPublisher, FaultyStore, HalfWritingStore, StoppedError, Trouble
from tests.fakes.store import MemoryStore
from tests.memory_pipeline import INVOICE, SAME_INVOICE, MemoryPipeline, incoming_document

FAULTS = {
    "stopped": StoppedError(),
    "throttled": TemporaryFaultError("SlowDown"),
    "reset": ConnectionResetError(),
    "slow": TimeoutError(),
    "out of space": OSError(28, "No space left on device"),
}


def in_trouble(memory: MemoryPipeline, trouble: Trouble) -> Pipeline:
    return Pipeline(
        store=FaultyStore(memory.store, trouble),
        publisher=FaultyPublisher(memory.publisher, trouble),
        version=memory.version,
        read=reader(),
    )


def steps() -> tuple[str, ...]:
    """The calls that one calm delivery makes on its ports."""
    calm = Trouble()
    in_trouble(MemoryPipeline(), calm).process(incoming_document(keep=True))
    return tuple(calm.calls)


STEPS = steps()


def test_a_delivery_stores_then_publishes() -> None:
    assert STEPS == ("create", "create", "get", "create", "publish")


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("at", range(len(STEPS)), ids=[f"{at}-{name}" for at, name in enumerate(STEPS)])
def test_whichever_step_fails_the_next_delivery_brings_it_to_its_end(at: int, late: bool, fault: str) -> None:
    calm, memory = MemoryPipeline(), MemoryPipeline()
    calm.process(incoming_document(keep=True))
    with pytest.raises(type(FAULTS[fault])):
        in_trouble(memory, Trouble(at, FAULTS[fault], late=late)).process(incoming_document(keep=True))
    memory.process(incoming_document(keep=True))
    assert memory.store.objects == calm.store.objects
    assert {event.id for event in memory.publisher.events} == {calm.publisher.events[0].id}


def test_a_process_that_dies_each_time_one_step_later_gets_there() -> None:
    memory = MemoryPipeline()
    for step in range(len(STEPS) - 1):  # one less: a reading that is stored is not created again
        with pytest.raises(StoppedError):
            in_trouble(memory, Trouble(step, late=True)).process(incoming_document(keep=True))
    memory.process(incoming_document(keep=True))
    assert len(memory.readings()) == 1


class Try(Struct, frozen=True):
    """One try at delivering: what, for whom, as which version, from where, and the call at which it stops."""

    content: bytes
    tenant: str
    version: str
    uri: str
    stops_at: int | None
    late: bool


TRIES = st.builds(
    Try,
    content=st.sampled_from([INVOICE, SAME_INVOICE, b"", b"no invoice", b"<a/>"]),
    tenant=st.sampled_from(["acme", "globex"]),
    version=st.sampled_from(["1.0", "1.1"]),
    uri=st.sampled_from(["s3://inbox/a.xml", "s3://inbox/b.xml"]),
    stops_at=st.none() | st.integers(0, len(STEPS) - 1),
    late=st.booleans(),
)


@settings(deadline=None)
@given(st.lists(TRIES, max_size=12), st.randoms())
def test_any_deliveries_in_any_order_give_one_reading_for_tenant_document_and_version(
    tries: list[Try], order: Random
) -> None:
    memory = MemoryPipeline()
    again = [structs.replace(each, stops_at=None) for each in tries]
    order.shuffle(again)
    for each in (*tries, *again):
        memory.version = each.version
        wanted = incoming_document(each.content, uri=each.uri, tenant=each.tenant)
        with suppress(StoppedError):
            in_trouble(memory, Trouble(each.stops_at, late=each.late)).process(wanted)
    assert sorted(memory.readings()) == sorted({key_of(each) for each in tries})
    assert {event.id for event in memory.publisher.events} == set(memory.readings())


def key_of(each: Try) -> str:
    return f"readings/{each.tenant}/{Document.of(each.content).id}/{each.version}.json"


def test_the_faults_that_may_pass_are_raised_so_that_the_queue_delivers_again() -> None:
    for at in range(len(STEPS)):
        with pytest.raises(InvoicyError) as raised:
            in_trouble(MemoryPipeline(), Trouble(at, TemporaryFaultError("SlowDown"))).process(
                incoming_document(keep=True)
            )
        assert raised.value.retryable


def test_half_a_reading_is_never_passed_on_and_can_be_made_good() -> None:
    memory = MemoryPipeline()
    memory.store = HalfWritingStore()
    with pytest.raises(StoppedError):
        memory.process(incoming_document())
    with pytest.raises(DamagedObjectError) as raised:
        memory.process(incoming_document())
    assert memory.publisher.events == []
    left = {key: each for key, each in memory.store.objects.items() if key != raised.value.key}
    memory.store = MemoryStore()
    memory.store.objects = left
    assert memory.process(incoming_document()).created
