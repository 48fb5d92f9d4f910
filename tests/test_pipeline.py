"""A delivered document becomes a stored reading and an event."""

import errno
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Barrier, Thread
from types import FrameType
from typing import Any

import pytest
from msgspec import structs

from invoicy.documents.document import Document
from invoicy.errors import (
    AccessRefusedError,
    DamagedObjectError,
    InvalidArgumentError,
    TemporaryFaultError,
    UnreadableDocumentError,
)
from invoicy.pipeline import ReadDocument, Receipt, Stage, reader
from invoicy.readings.reading import Reading, Status
from tests.memory_pipeline import INVOICE, MemoryPipeline, incoming_document


def failing(error: BaseException) -> ReadDocument:
    def read(_: Document) -> Reading:
        raise error

    return read


def test_the_reading_is_stored_under_tenant_document_and_version() -> None:
    memory = MemoryPipeline()
    receipt = memory.process(incoming_document())
    assert receipt.created
    assert receipt.key == f"readings/acme/{receipt.reading.id}/1.0.json"
    assert Reading.from_json(memory.store.objects[receipt.key]) == receipt.reading
    assert receipt.reading.invoices[0].invoice.number == "R-1"


def test_origin_name_and_time_are_stored_beside_the_reading() -> None:
    memory = MemoryPipeline()
    receipt = memory.process(incoming_document())
    (key,) = memory.store.keys(f"readings/acme/{receipt.reading.id}/sources")
    assert json.loads(memory.store.objects[key]) == {
        "origin": "s3://inbox/a.xml",
        "name": "a.xml",
        "received": "2026-03-01T00:00:00Z",
    }
    assert b"inbox" not in memory.store.objects[receipt.key]


def test_a_second_delivery_writes_nothing_and_repeats_the_event() -> None:
    memory = MemoryPipeline()
    first = memory.process(incoming_document())
    before = dict(memory.store.objects)
    second = memory.process(incoming_document())
    assert memory.store.objects == before
    assert not second.created
    assert second.reading == first.reading
    assert [event.id for event in memory.publisher.events] == [first.key, first.key]


def test_the_same_bytes_from_elsewhere_add_a_source_and_no_reading() -> None:
    memory = MemoryPipeline()
    memory.process(incoming_document())
    receipt = memory.process(incoming_document(uri="s3://inbox/copy.xml"))
    assert not receipt.created
    assert len(memory.readings()) == 1
    assert len(memory.store.keys(f"readings/acme/{receipt.reading.id}/sources")) == 2


def test_a_new_version_writes_a_reading_of_its_own() -> None:
    memory = MemoryPipeline()
    memory.process(incoming_document())
    memory.version = "1.1"
    assert memory.process(incoming_document()).created
    assert [key.rpartition("/")[2] for key in memory.readings()] == ["1.0.json", "1.1.json"]


def test_bytes_that_are_stored_nowhere_else_are_kept() -> None:
    memory = MemoryPipeline()
    receipt = memory.process(incoming_document(keep=True))
    assert memory.store.objects[f"documents/acme/{receipt.reading.id}"] == INVOICE


def test_a_document_too_large_to_load_gets_a_stored_rejected_reading_under_its_id() -> None:
    memory = MemoryPipeline()
    document = Document("a" * 64, "a.pdf", "application/pdf", b"")
    receipt = memory.process(structs.replace(incoming_document(), document=document, whole=False))
    assert [finding.rule for finding in receipt.reading.findings] == ["INVOICY-TOO-LARGE"]
    assert memory.readings() == [f"readings/acme/{document.id}/1.0.json"]


def test_the_bytes_of_a_document_are_hashed_once() -> None:
    memory, calls = MemoryPipeline(), Counter[str]()

    def count(_: FrameType, event: str, function: Any) -> None:
        calls.update([function.__name__] if event == "c_call" else [])

    incoming = incoming_document()
    sys.setprofile(count)
    memory.process(incoming)
    sys.setprofile(None)
    assert calls["openssl_sha256"] == 1  # of the origin's URI


class RecordingObserver:
    """A PipelineObserver that remembers its calls."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[None]:
        self.calls.append(f"+{stage}")
        yield
        self.calls.append(f"-{stage}")

    def done(self, receipt: Receipt) -> None:
        self.calls.append(f"done {receipt.created}")


def test_the_observer_measures_each_stage_and_gets_the_receipt() -> None:
    observer = RecordingObserver()
    pipeline = structs.replace(MemoryPipeline().pipeline(), observer=observer)
    stages = ["+store", "-store", "+read", "-read", "+store", "-store", "+publish", "-publish"]
    pipeline.process(incoming_document())
    assert observer.calls == [*stages, "done True"]
    observer.calls.clear()
    pipeline.process(incoming_document())
    assert observer.calls == [*stages[:2], *stages[-2:], "done False"]


def test_the_observer_sees_a_fault_leave_its_stage() -> None:
    observer = RecordingObserver()
    pipeline = structs.replace(MemoryPipeline().pipeline(failing(TemporaryFaultError("busy"))), observer=observer)
    with pytest.raises(TemporaryFaultError):
        pipeline.process(incoming_document())
    assert observer.calls == ["+store", "-store", "+read"]


@pytest.mark.parametrize("content", [b"", b"\x00", b"<a", b"%PDF-1.7 broken"], ids=["empty", "nothing", "XML", "PDF"])
def test_bytes_that_give_no_invoice_get_a_stored_rejected_reading(content: bytes) -> None:
    memory = MemoryPipeline()
    receipt = memory.process(incoming_document(content))
    assert receipt.reading.status is Status.REJECTED
    assert receipt.reading.findings
    assert memory.readings() == [receipt.key]


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
    memory = MemoryPipeline()
    receipt = memory.pipeline(failing(error)).process(incoming_document())
    assert receipt.reading.status is Status.REJECTED
    assert [finding.rule for finding in receipt.reading.findings] == [rule]
    assert "a defect" not in receipt.reading.to_json()


@pytest.mark.parametrize(
    "error",
    [TemporaryFaultError("busy"), MemoryError(), OSError(errno.ENOSPC, "no space"), OSError(errno.EMFILE, "files")],
    ids=["busy", "memory", "space", "handles"],
)
def test_a_fault_of_the_machine_is_raised_for_another_delivery(error: Exception) -> None:
    memory = MemoryPipeline()
    with pytest.raises(TemporaryFaultError) as raised:
        memory.pipeline(failing(error)).process(incoming_document())
    assert raised.value.retryable
    assert memory.readings() == []
    assert memory.process(incoming_document()).reading.status is Status.ACCEPTED


@pytest.mark.parametrize("error", [AccessRefusedError("no"), InvalidArgumentError("no")])
def test_wrong_settings_are_not_the_documents_fault(error: Exception) -> None:
    memory = MemoryPipeline()
    with pytest.raises(type(error)):
        memory.pipeline(failing(error)).process(incoming_document())
    assert memory.readings() == []


def test_a_damaged_reading_is_reported_and_not_published() -> None:
    memory = MemoryPipeline()
    key = memory.process(incoming_document()).key
    memory.store.objects[key] = memory.store.objects[key][:40]
    with pytest.raises(DamagedObjectError, match=key):
        memory.process(incoming_document())
    assert len(memory.publisher.events) == 1


def test_two_deliveries_at_the_same_time_store_one_reading() -> None:
    memory, both_have_looked = MemoryPipeline(), Barrier(2)

    def read(document: Document) -> Reading:
        both_have_looked.wait(timeout=10)
        return reader()(document)

    receipts: list[Receipt] = []
    threads = [
        Thread(target=lambda: receipts.append(memory.pipeline(read).process(incoming_document()))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(receipt.created for receipt in receipts) == [False, True]
    assert receipts[0].reading == receipts[1].reading
    assert len(memory.readings()) == 1


def test_a_process_that_reads_no_xml_imports_no_xml_library() -> None:
    code = "import sys, invoicy.pipeline; sys.exit('lxml' in sys.modules)"
    assert subprocess.run((sys.executable, "-c", code), check=False).returncode == 0
