"""From a delivery to a reading that is stored, told and indexed."""

import errno
import json
from threading import Barrier, Thread

import pytest

from invoicy.document import Document
from invoicy.errors import (
    AccessRefusedError,
    DamagedObjectError,
    InvalidArgumentError,
    TemporaryFaultError,
    UnreadableDocumentError,
)
from invoicy.pipeline import Pipeline, Reader, Receipt, reader
from invoicy.reading import Reading, Status
from tests.house import INVOICE, SAME_INVOICE, House, delivery


def failing(error: BaseException) -> Reader:
    def read(_: Document) -> Reading:
        raise error

    return read


def test_the_reading_stands_under_tenant_document_and_version() -> None:
    house = House()
    receipt = house.process(delivery())
    assert receipt.created
    assert receipt.key == f"readings/acme/{receipt.reading.id}/1.0.json"
    assert Reading.from_json(house.store.objects[receipt.key]) == receipt.reading
    assert receipt.reading.invoices[0].invoice.number == "R-1"


def test_origin_name_and_time_stand_beside_the_reading() -> None:
    house = House()
    receipt = house.process(delivery())
    (key,) = house.store.keys(f"readings/acme/{receipt.reading.id}/sources")
    assert json.loads(house.store.objects[key]) == {
        "origin": "s3://inbox/a.xml",
        "name": "a.xml",
        "received": "2026-03-01T00:00:00Z",
    }
    assert b"inbox" not in house.store.objects[receipt.key]


def test_a_second_delivery_writes_nothing_and_repeats_the_event() -> None:
    house = House()
    first = house.process(delivery())
    before = dict(house.store.objects)
    second = house.process(delivery())
    assert house.store.objects == before
    assert not second.created
    assert second.reading == first.reading
    assert [event.id for event in house.publisher.events] == [first.key, first.key]


def test_the_same_bytes_from_elsewhere_add_a_source_and_no_reading() -> None:
    house = House()
    house.process(delivery())
    receipt = house.process(delivery(origin="s3://inbox/copy.xml"))
    assert not receipt.created
    assert len(house.readings()) == 1
    assert len(house.store.keys(f"readings/acme/{receipt.reading.id}/sources")) == 2


def test_a_new_version_writes_a_reading_of_its_own() -> None:
    house = House()
    house.process(delivery())
    house.version = "1.1"
    assert house.process(delivery()).created
    assert [key.rpartition("/")[2] for key in house.readings()] == ["1.0.json", "1.1.json"]


def test_bytes_that_stand_nowhere_else_are_kept() -> None:
    house = House()
    receipt = house.process(delivery(keep=True))
    assert house.store.objects[f"documents/acme/{receipt.reading.id}"] == INVOICE


def test_another_document_with_the_same_invoice_is_told_as_a_duplicate() -> None:
    house = House()
    first = house.process(delivery())
    second = house.process(delivery(SAME_INVOICE, origin="s3://inbox/b.xml"))
    assert second.created
    assert second.duplicates == (first.reading.id,)
    assert house.publisher.events[-1].duplicates == (first.reading.id,)
    assert first.duplicates == ()


def test_without_an_index_there_are_no_duplicates_to_tell() -> None:
    house = House()
    pipeline = Pipeline(store=house.store, publisher=house.publisher, version="1.0", read=reader())
    pipeline.process(delivery())
    assert pipeline.process(delivery(SAME_INVOICE)).duplicates == ()


@pytest.mark.parametrize("content", [b"", b"\x00", b"<a", b"%PDF-1.7 broken"], ids=["empty", "nothing", "XML", "PDF"])
def test_bytes_that_give_no_invoice_get_a_stored_rejected_reading(content: bytes) -> None:
    house = House()
    receipt = house.process(delivery(content))
    assert receipt.reading.status is Status.REJECTED
    assert receipt.reading.findings
    assert house.readings() == [receipt.key]


@pytest.mark.parametrize(
    ("error", "rule"),
    [
        (UnreadableDocumentError("INVOICY-X", "It is broken."), "INVOICY-X"),
        (RecursionError(), "INVOICY-INTERNAL-ERROR"),
        (ValueError("a defect"), "INVOICY-INTERNAL-ERROR"),
    ],
    ids=["unreadable", "too deep", "defect"],
)
def test_a_document_that_breaks_the_reader_is_rejected_with_the_reason(error: Exception, rule: str) -> None:
    house = House()
    receipt = house.pipeline(failing(error)).process(delivery())
    assert receipt.reading.status is Status.REJECTED
    assert [finding.rule for finding in receipt.reading.findings] == [rule]
    assert "a defect" not in receipt.reading.to_json()


@pytest.mark.parametrize(
    "error",
    [TemporaryFaultError("busy"), MemoryError(), OSError(errno.ENOSPC, "no space"), OSError(errno.EMFILE, "files")],
    ids=["busy", "memory", "space", "handles"],
)
def test_a_fault_of_the_machine_is_raised_for_another_delivery(error: Exception) -> None:
    house = House()
    with pytest.raises(TemporaryFaultError) as raised:
        house.pipeline(failing(error)).process(delivery())
    assert raised.value.retryable
    assert house.readings() == []
    assert house.process(delivery()).reading.status is Status.ACCEPTED


@pytest.mark.parametrize("error", [AccessRefusedError("no"), InvalidArgumentError("no")])
def test_wrong_settings_are_not_the_documents_fault(error: Exception) -> None:
    house = House()
    with pytest.raises(type(error)):
        house.pipeline(failing(error)).process(delivery())
    assert house.readings() == []


def test_a_damaged_reading_is_told_and_not_passed_on() -> None:
    house = House()
    key = house.process(delivery()).key
    house.store.objects[key] = house.store.objects[key][:40]
    with pytest.raises(DamagedObjectError, match=key):
        house.process(delivery())
    assert len(house.publisher.events) == 1


def test_two_deliveries_at_the_same_time_store_one_reading() -> None:
    house, both_have_looked = House(), Barrier(2)

    def read(document: Document) -> Reading:
        both_have_looked.wait(timeout=10)
        return reader()(document)

    receipts: list[Receipt] = []
    threads = [Thread(target=lambda: receipts.append(house.pipeline(read).process(delivery()))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(receipt.created for receipt in receipts) == [False, True]
    assert receipts[0].reading == receipts[1].reading
    assert len(house.readings()) == 1
