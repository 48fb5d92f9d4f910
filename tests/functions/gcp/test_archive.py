"""The archive job: its tasks share the objects, and a killed task continues when it is restarted."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from invoicy.documents.document import Document
from invoicy.errors import AccessRefusedError, DamagedObjectError, SettingsError, TemporaryFaultError
from invoicy.pipeline import Receipt
from invoicy.storage import reading_key
from invoicy_gcp.archive import Archive, TaskShare, folder_of, main, retries
from invoicy_gcp.events.object_ref import ObjectRef
from invoicy_gcp.events.pub_sub import DocumentMessage
from invoicy_gcp.intake import Intake
from tests.functions.gcp.conftest import upload
from tests.memory_pipeline import INVOICE, MemoryPipeline
from tests.xml_documents import ubl

if TYPE_CHECKING:
    from google.cloud.storage import Client

SHORT_RETRIES = retries(0.5).with_delay(initial=0.001, maximum=0.1)
OBJECTS = 200
TASKS = 4
FOLDER = "archive/2025/"


@pytest.fixture
def archive(gcs: "Client", gcs_bucket: str) -> str:
    """A bucket with different invoices in the folder of the archive, and one in another folder."""
    for number in range(OBJECTS):
        upload(gcs, gcs_bucket, ubl(f"<!-- {number} -->"), f"{FOLDER}{number % 7}/Löhne {number}.xml")
    upload(gcs, gcs_bucket, ubl(), "archive/2026/later.xml")
    upload(gcs, gcs_bucket, b"", FOLDER)
    return gcs_bucket


def started(archive: str, task: int) -> "subprocess.Popen[str]":
    environment = {
        "INVOICY_BUCKET": archive,
        "INVOICY_ARCHIVE": f"gs://{archive}/{FOLDER}",
        "INVOICY_VERSION": "1.0",
        "CLOUD_RUN_TASK_INDEX": str(task),
        "CLOUD_RUN_TASK_COUNT": str(TASKS),
    }
    command = (sys.executable, "-m", "invoicy_gcp", "archive")
    return subprocess.Popen(command, env=os.environ | environment, stdout=subprocess.PIPE, text=True)


def logged(process: "subprocess.Popen[str]") -> list[dict[str, str]]:
    """Wait for the end of a task and return its log lines."""
    output, _ = process.communicate(timeout=120)
    return [json.loads(line) for line in output.splitlines()]


def marks_in(gcs: "Client", bucket: str) -> int:
    return sum(1 for _ in gcs.list_blobs(bucket, prefix="archived/default/1.0/"))


def generations_in(gcs: "Client", bucket: str) -> dict[str, int]:
    """Return the generations of the objects that the job wrote."""
    return {blob.name: blob.generation for blob in gcs.list_blobs(bucket) if not blob.name.startswith("archive/")}


@pytest.mark.slow
def test_four_tasks_read_an_archive_and_a_killed_task_continues(gcs: "Client", archive: str) -> None:
    killed = started(archive, 0)
    for _ in range(2400):
        if marks_in(gcs, archive) >= 10:
            break
        time.sleep(0.05)
    killed.kill()
    lines = logged(killed)
    before = generations_in(gcs, archive)
    tasks = [started(archive, task) for task in range(TASKS)]
    lines += [line for task in tasks for line in logged(task)]
    assert [task.returncode for task in tasks] == [0] * TASKS

    after = generations_in(gcs, archive)
    assert sum(1 for key in after if key.endswith("/1.0.json")) == OBJECTS
    assert marks_in(gcs, archive) == OBJECTS
    assert 10 <= sum(1 for key in before if key.startswith("archived/")) < OBJECTS / TASKS
    assert before.items() <= after.items()
    read = Counter(line["document"] for line in lines if line["message"] == "document stored")
    assert set(read.values()) == {1}
    assert OBJECTS - 1 <= len(read) <= OBJECTS  # the task may have been killed between a reading and its log line

    assert logged(started(archive, 2))[-1]["message"].endswith("read before")
    assert generations_in(gcs, archive) == after


class FailingIntake(Intake, frozen=True, kw_only=True):
    """An intake that raises the faults listed for an object's key, one at each call."""

    faults: dict[str, list[Exception]]

    def take(self, incoming: ObjectRef | DocumentMessage) -> Receipt | None:
        faults = self.faults.get(getattr(incoming, "key", ""), [])
        if faults:
            raise faults.pop(0)
        return Intake.take(self, incoming)


def read_with(
    gcs: "Client", bucket: str, memory: MemoryPipeline, faults: dict[str, list[Exception]] | None = None
) -> Counter[str]:
    pipeline = memory.pipeline()
    intake = FailingIntake(pipeline=pipeline, client=gcs, tenant="acme", faults=faults or {})
    return Archive(intake=intake, bucket=bucket, folder="in/", seconds=30, retry=SHORT_RETRIES).read(TaskShare(0, 1))


@pytest.fixture
def small(gcs: "Client", gcs_bucket: str) -> str:
    """A bucket with two invoices in the folder `in`."""
    for key in ("in/a.xml", "in/b.xml"):
        upload(gcs, gcs_bucket, ubl(f"<!-- {key} -->"), key)
    return gcs_bucket


def test_an_object_with_a_temporary_fault_is_read_again(gcs: "Client", small: str) -> None:
    faults: list[Exception] = [TemporaryFaultError("SlowDown"), TemporaryFaultError("slow")]
    assert read_with(gcs, small, MemoryPipeline(), {"in/a.xml": faults}) == {"read": 2}


@pytest.mark.parametrize(
    "faults",
    [[TemporaryFaultError("SlowDown")] * 1000, [DamagedObjectError("x")]],
    ids=["lasting", "damaged"],
)
def test_a_failed_object_does_not_stop_the_rest_and_is_read_by_the_next_run(
    gcs: "Client", small: str, faults: list[Exception]
) -> None:
    memory = MemoryPipeline()
    assert read_with(gcs, small, memory, {"in/a.xml": list(faults)}) == {"failed": 1, "read": 1}
    assert read_with(gcs, small, memory) == {"read": 1, "read before": 1}


def test_without_permission_the_task_ends_at_once(gcs: "Client", small: str) -> None:
    with pytest.raises(AccessRefusedError):
        read_with(gcs, small, MemoryPipeline(), {"in/a.xml": [AccessRefusedError("no")]})


def test_a_defect_fails_its_object_and_not_the_others(
    gcs: "Client", small: str, caplog: pytest.LogCaptureFixture
) -> None:
    memory = MemoryPipeline()
    assert read_with(gcs, small, memory, {"in/a.xml": [KeyError("a defect")]}) == {"failed": 1, "read": 1}
    assert [message.partition("#")[0] for message in caplog.messages] == [f"gs://{small}/in/a.xml"]
    assert read_with(gcs, small, memory) == {"read": 1, "read before": 1}


def test_an_object_that_was_deleted_after_the_listing_is_skipped(gcs: "Client", small: str) -> None:
    class DeletingIntake(Intake, frozen=True, kw_only=True):
        def take(self, incoming: ObjectRef | DocumentMessage) -> Receipt | None:
            if getattr(incoming, "key", "") == "in/a.xml":
                gcs.bucket(small).blob("in/b.xml").delete()
            return Intake.take(self, incoming)

    intake = DeletingIntake(pipeline=MemoryPipeline().pipeline(), client=gcs, tenant="acme")
    archive = Archive(intake=intake, bucket=small, folder="in/", seconds=30, retry=SHORT_RETRIES)
    assert archive.read(TaskShare(0, 1)) == {"read": 1, "gone": 1}


def test_a_replaced_object_is_read_again(gcs: "Client", small: str) -> None:
    memory = MemoryPipeline()
    read_with(gcs, small, memory)
    upload(gcs, small, ubl("<!-- another -->"), "in/a.xml")
    assert read_with(gcs, small, memory) == {"read": 1, "read before": 1}


def test_a_mark_names_the_generation_and_the_reading(gcs: "Client", small: str) -> None:
    memory = MemoryPipeline()
    read_with(gcs, small, memory)
    marks = [json.loads(content) for key, content in memory.store.objects.items() if key.startswith("archived/")]
    generations = {blob.name: blob.generation for blob in gcs.list_blobs(small)}
    assert {mark["origin"] for mark in marks} == {f"gs://{small}/{key}#{value}" for key, value in generations.items()}
    assert {mark["reading"] for mark in marks} == set(memory.readings())


@pytest.mark.parametrize("count", [1, 2, 4, 7])
def test_every_object_belongs_to_exactly_one_task(count: int) -> None:
    keys = [f"in/{number}.xml" for number in range(500)]
    owners = [[index for index in range(count) if TaskShare(index, count).contains(key)] for key in keys]
    assert {len(owner) for owner in owners} == {1}
    assert {owner[0] for owner in owners} == set(range(count))


@pytest.mark.parametrize(("index", "count"), [("4", "4"), ("-1", "4"), ("a", "4"), ("0", "0")])
def test_an_impossible_task_is_reported(index: str, count: str) -> None:
    with pytest.raises(SettingsError, match="CLOUD_RUN_TASK_INDEX"):
        TaskShare.of({"CLOUD_RUN_TASK_INDEX": index, "CLOUD_RUN_TASK_COUNT": count})


def test_outside_a_job_there_is_one_task() -> None:
    assert TaskShare.of({}) == TaskShare(0, 1)


@pytest.mark.parametrize("url", ["", "bucket/folder", "gs://", "gs:///folder", "s3://bucket"])
def test_a_url_of_no_archive_is_reported(url: str) -> None:
    with pytest.raises(SettingsError, match="gs://bucket/folder"):
        folder_of(url)


def test_an_archive_is_a_folder_or_a_whole_bucket() -> None:
    assert folder_of("gs://b") == ("b", "")
    assert folder_of("gs://b/in/2025/") == ("b", "in/2025/")


@pytest.mark.usefixtures("bucket")
@pytest.mark.parametrize(
    ("archive_url", "reported"),
    [("", "INVOICY_ARCHIVE"), ("gs://no-such-bucket-anywhere/in", "no-such-bucket-anywhere")],
)
def test_a_job_that_cannot_start_reports_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], archive_url: str, reported: str
) -> None:
    monkeypatch.setenv("INVOICY_ARCHIVE", archive_url)
    assert main({}) == 1
    assert reported in capsys.readouterr().err


def test_a_task_with_failures_ends_with_1_so_that_it_is_restarted(
    gcs: "Client", bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(gcs, bucket, key="in/a.xml")
    monkeypatch.setenv("INVOICY_ARCHIVE", f"gs://{bucket}/in/")
    damaged = gcs.bucket(bucket).blob(reading_key("default", Document.of(INVOICE).id, "1.0"))
    damaged.upload_from_string(b"half a rea")
    assert main({}) == 1
    damaged.delete()
    assert main({}) == 0
    assert main({}) == 0
