"""A watched folder: each file is processed once, when it no longer changes."""

import os
from pathlib import Path

import pytest

from invoicy.errors import TemporaryFaultError
from invoicy.extraction import MAX_DOCUMENT_BYTES
from invoicy.local.watcher import Watcher
from invoicy.pipeline import Pipeline, reader
from invoicy.readings.reading import Status
from tests.fakes.faults import FaultyStore, Trouble
from tests.memory_pipeline import INVOICE, MemoryPipeline
from tests.xml_documents import ubl


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def watcher_of(memory: MemoryPipeline, inbox: Path, leave_out: Path | None = None) -> Watcher:
    return Watcher(memory.pipeline(), inbox, tenant="acme", leave_out=leave_out)


def looks(watcher: Watcher, count: int) -> list[str]:
    return [outcome.path.name for _ in range(count) for outcome in watcher.look()]


def test_a_file_is_delivered_once_when_it_rests(inbox: Path) -> None:
    watcher = watcher_of(MemoryPipeline(), inbox)
    (inbox / "a.xml").write_bytes(INVOICE)
    assert looks(watcher, 1) == []
    assert looks(watcher, 1) == ["a.xml"]
    assert looks(watcher, 3) == []


def test_a_file_that_still_grows_waits(inbox: Path) -> None:
    memory = MemoryPipeline()
    watcher = watcher_of(memory, inbox)
    (inbox / "a.xml").write_bytes(INVOICE[:50])
    assert looks(watcher, 1) == []
    (inbox / "a.xml").write_bytes(INVOICE)
    assert looks(watcher, 1) == []
    assert looks(watcher, 1) == ["a.xml"]
    assert len(memory.readings()) == 1


def test_a_file_that_changes_is_another_document(inbox: Path) -> None:
    memory = MemoryPipeline()
    watcher = watcher_of(memory, inbox)
    (inbox / "a.xml").write_bytes(INVOICE)
    looks(watcher, 2)
    (inbox / "a.xml").write_bytes(ubl(currency="SEK"))
    assert looks(watcher, 2) == ["a.xml"]
    assert len(memory.readings()) == 2


def test_folders_are_walked_and_hidden_files_and_the_store_left_out(inbox: Path) -> None:
    for name in ("deep/er/a.xml", ".hidden.xml", ".git/a.xml", "store/readings/a.json", ".b.part"):
        (inbox / name).parent.mkdir(parents=True, exist_ok=True)
        (inbox / name).write_bytes(INVOICE)
    assert looks(watcher_of(MemoryPipeline(), inbox, leave_out=inbox / "store"), 2) == ["a.xml"]


def test_a_restart_reads_nothing_twice(inbox: Path) -> None:
    memory = MemoryPipeline()
    (inbox / "a.xml").write_bytes(INVOICE)
    looks(watcher_of(memory, inbox), 2)
    before = dict(memory.store.objects)
    (outcome,) = [each for watcher in [watcher_of(memory, inbox)] for _ in range(2) for each in watcher.look()]
    assert outcome.receipt is not None
    assert not outcome.receipt.created
    assert memory.store.objects == before


def test_a_failed_file_is_reported_and_tried_again_and_stops_no_other(inbox: Path) -> None:
    memory = MemoryPipeline()
    store = FaultyStore(memory.store, Trouble(0, TemporaryFaultError("The disk is busy.")))
    pipeline = Pipeline(store=store, publisher=memory.publisher, version="1.0", read=reader())
    watcher = Watcher(pipeline, inbox, tenant="acme")
    (inbox / "a.xml").write_bytes(INVOICE)
    (inbox / "b.txt").write_bytes(b"no invoice")
    list(watcher.look())
    failed, rejected = watcher.look()
    assert (failed.path.name, failed.receipt, failed.problem) == ("a.xml", None, "The disk is busy.")
    assert rejected.receipt is not None
    assert rejected.receipt.reading.status is Status.REJECTED
    (again,) = watcher.look()
    assert again.receipt is not None


def test_a_file_that_is_deleted_before_it_is_read_is_skipped(inbox: Path) -> None:
    watcher = watcher_of(MemoryPipeline(), inbox)
    (inbox / "a.xml").write_bytes(INVOICE)
    (inbox / "b.xml").write_bytes(ubl(currency="SEK"))
    list(watcher.look())
    outcomes = watcher.look()
    next(outcomes)
    (inbox / "b.xml").unlink()
    (gone,) = outcomes
    assert gone.receipt is None
    assert gone.problem
    assert looks(watcher, 2) == []


def test_a_file_whose_name_is_not_text_is_read(inbox: Path) -> None:
    (inbox / os.fsdecode(b"Rechnung-f\xfcr.xml")).write_bytes(INVOICE)
    watcher = watcher_of(MemoryPipeline(), inbox)
    (outcome,) = [each for _ in range(2) for each in watcher.look()]
    assert outcome.receipt is not None
    assert outcome.receipt.reading.name == "Rechnung-f\ufffdr.xml"


def test_files_that_are_not_documents_are_skipped_and_have_no_reading(inbox: Path) -> None:
    memory = MemoryPipeline()
    (inbox / "a.xml").write_bytes(INVOICE)
    (inbox / "notes.md").write_text("# The invoice of Windroos\n")
    os.mkfifo(inbox / "pipe")
    watcher = watcher_of(memory, inbox)
    assert looks(watcher, 3) == ["a.xml"]
    assert watcher.skipped == {inbox / "notes.md"}
    assert len(memory.readings()) == 1


def test_a_problem_is_reported_once_and_kept_until_it_is_gone(inbox: Path) -> None:
    (inbox / "a.xml").symlink_to("nowhere")
    watcher = watcher_of(MemoryPipeline(), inbox)
    assert [each.problem for _ in range(3) for each in watcher.look()] == [
        f"{inbox}/a.xml is a link to nowhere, where there is no file."
    ]
    assert list(watcher.problems) == [inbox / "a.xml"]
    (inbox / "a.xml").unlink()
    assert looks(watcher, 1) == []
    assert watcher.problems == {}


def test_links_that_lead_back_are_followed_once(inbox: Path) -> None:
    (inbox / "a.xml").write_bytes(INVOICE)
    (inbox / "again").symlink_to(".")
    assert looks(watcher_of(MemoryPipeline(), inbox), 3) == ["a.xml"]


def test_a_document_that_is_too_large_is_refused_unread(inbox: Path) -> None:
    with (inbox / "a.pdf").open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(MAX_DOCUMENT_BYTES + 1)
    (outcome,) = [
        each for watcher in [watcher_of(MemoryPipeline(), inbox)] for _ in range(2) for each in watcher.look()
    ]
    assert outcome.receipt is not None
    assert [finding.rule for finding in outcome.receipt.reading.findings] == ["INVOICY-TOO-LARGE"]
