"""An archive beyond one machine: tasks share it, and one that was killed goes on where it stopped."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from invoicy.errors import AccessRefusedError, DamagedObjectError, SettingsError, TemporaryFaultError
from invoicy.pipeline import Receipt
from invoicy_gcp.archive import Archive, Share, main, place_of
from invoicy_gcp.events import Notice
from invoicy_gcp.intake import Intake
from tests.functions.gcp.conftest import uploaded
from tests.memory_pipeline import MemoryPipeline
from tests.xml_documents import ubl

if TYPE_CHECKING:
    from google.cloud.storage import Client

OBJECTS = 200
TASKS = 4
FOLDER = "archive/2025/"


@pytest.fixture
def archive(gcs: "Client", gcs_bucket: str) -> str:
    """A bucket with invoices of the past, each different, and a folder beside them that is not asked for."""
    for number in range(OBJECTS):
        uploaded(gcs, gcs_bucket, ubl(f"<!-- {number} -->"), f"{FOLDER}{number % 7}/Löhne {number}.xml")
    uploaded(gcs, gcs_bucket, ubl(), "archive/2026/later.xml")
    uploaded(gcs, gcs_bucket, b"", FOLDER)
    return gcs_bucket


def started(archive: str, task: int) -> "subprocess.Popen[str]":
    told = {
        "INVOICY_BUCKET": archive,
        "INVOICY_ARCHIVE": f"gs://{archive}/{FOLDER}",
        "INVOICY_VERSION": "1.0",
        "CLOUD_RUN_TASK_INDEX": str(task),
        "CLOUD_RUN_TASK_COUNT": str(TASKS),
    }
    command = (sys.executable, "-m", "invoicy_gcp", "archive")
    return subprocess.Popen(command, env=os.environ | told, stdout=subprocess.PIPE, text=True)


def logged(process: "subprocess.Popen[str]") -> list[str]:
    """The messages of a task that has ended."""
    told, _ = process.communicate(timeout=120)
    return [json.loads(line)["message"] for line in told.splitlines()]


def marks_of(gcs: "Client", bucket: str) -> int:
    return sum(1 for _ in gcs.list_blobs(bucket, prefix="archived/default/1.0/"))


def state_of(gcs: "Client", bucket: str) -> dict[str, int]:
    return {blob.name: blob.generation for blob in gcs.list_blobs(bucket) if not blob.name.startswith("archive/")}


@pytest.mark.slow
def test_four_tasks_read_an_archive_and_one_that_was_killed_goes_on(gcs: "Client", archive: str) -> None:
    killed = started(archive, 0)
    for _ in range(2400):
        if marks_of(gcs, archive) >= 10:
            break
        time.sleep(0.05)
    killed.kill()
    first = logged(killed)
    stopped_at = state_of(gcs, archive)
    others = [started(archive, task) for task in range(1, TASKS)]
    again = started(archive, 0)
    messages = [*first, *logged(again), *(message for other in others for message in logged(other))]
    assert [process.returncode for process in (again, *others)] == [0] * TASKS

    after = state_of(gcs, archive)
    readings = [name for name in after if name.endswith("/1.0.json")]
    assert len(readings) == OBJECTS
    assert marks_of(gcs, archive) == OBJECTS
    assert 10 <= sum(1 for name in stopped_at if name.startswith("archived/")) < OBJECTS / TASKS
    assert stopped_at.items() <= after.items()
    read = Counter(message for message in messages if message.endswith(", read"))
    assert set(read.values()) == {1}
    assert OBJECTS - 1 <= len(read) <= OBJECTS  # the kill may have come before the line of what it had stored

    assert logged(started(archive, 2))[-1].endswith("done before")
    assert state_of(gcs, archive) == after


class Stubborn(Intake, frozen=True, kw_only=True):
    """An intake that fails for the objects it is told of, as often as it is told."""

    failures: dict[str, list[Exception]]

    def take(self, notice: Notice) -> Receipt | None:
        failures = self.failures.get(getattr(notice, "name", ""), [])
        if failures:
            raise failures.pop(0)
        return Intake.take(self, notice)


def read_with(gcs: "Client", bucket: str, memory: MemoryPipeline, failures: dict[str, list[Exception]]) -> Counter[str]:
    intake = Stubborn(pipeline=memory.pipeline(), client=gcs, tenant="acme", failures=failures)
    return Archive(intake=intake, bucket=bucket, folder="in/", pause=lambda _: None).read(Share(0, 1))


@pytest.fixture
def small(gcs: "Client", gcs_bucket: str) -> str:
    for name in ("in/a.xml", "in/b.xml"):
        uploaded(gcs, gcs_bucket, ubl(f"<!-- {name} -->"), name)
    return gcs_bucket


def test_a_passing_fault_is_tried_again(gcs: "Client", small: str) -> None:
    failures: dict[str, list[Exception]] = {"in/a.xml": [TemporaryFaultError("SlowDown"), TemporaryFaultError("slow")]}
    assert read_with(gcs, small, MemoryPipeline(), failures) == {"read": 2}


@pytest.mark.parametrize(
    "failures", [[TemporaryFaultError("SlowDown")] * 3, [DamagedObjectError("x")]], ids=["lasting", "damaged"]
)
def test_what_fails_does_not_stop_the_rest_and_is_read_when_started_again(
    gcs: "Client", small: str, failures: list[Exception]
) -> None:
    memory = MemoryPipeline()
    assert read_with(gcs, small, memory, {"in/a.xml": list(failures)}) == {"failed": 1, "read": 1}
    assert read_with(gcs, small, memory, {}) == {"read": 1, "done before": 1}


def test_where_nothing_may_be_read_the_task_ends_at_once(gcs: "Client", small: str) -> None:
    with pytest.raises(AccessRefusedError):
        read_with(gcs, small, MemoryPipeline(), {"in/a.xml": [AccessRefusedError("no")]})


def test_what_is_gone_since_it_was_listed_is_passed_over(gcs: "Client", small: str) -> None:
    class Deleting(Intake, frozen=True, kw_only=True):
        def take(self, notice: Notice) -> Receipt | None:
            gcs.bucket(small).blob("in/b.xml").delete(if_generation_match=None) if "a.xml" in str(notice) else None
            return Intake.take(self, notice)

    intake = Deleting(pipeline=MemoryPipeline().pipeline(), client=gcs, tenant="acme")
    assert Archive(intake=intake, bucket=small, folder="in/").read(Share(0, 1)) == {"read": 1, "gone": 1}


def test_what_came_anew_under_an_old_name_is_read(gcs: "Client", small: str) -> None:
    memory = MemoryPipeline()
    read_with(gcs, small, memory, {})
    uploaded(gcs, small, ubl("<!-- another -->"), "in/a.xml")
    assert read_with(gcs, small, memory, {}) == {"read": 1, "done before": 1}


@pytest.mark.parametrize("count", [1, 2, 4, 7])
def test_every_object_has_exactly_one_task(count: int) -> None:
    names = [f"in/{number}.xml" for number in range(500)]
    owners = [[share for share in range(count) if Share(share, count).has(name)] for name in names]
    assert {len(owner) for owner in owners} == {1}
    assert set(Counter(owner[0] for owner in owners)) == set(range(count))


@pytest.mark.parametrize(("index", "count"), [("4", "4"), ("-1", "4"), ("a", "4"), ("0", "0")])
def test_a_task_that_there_is_not_is_said(index: str, count: str) -> None:
    with pytest.raises(SettingsError, match="CLOUD_RUN_TASK_INDEX"):
        Share.of({"CLOUD_RUN_TASK_INDEX": index, "CLOUD_RUN_TASK_COUNT": count})


def test_without_a_job_there_is_one_task() -> None:
    assert Share.of({}) == Share(0, 1)


@pytest.mark.parametrize("url", ["", "bucket/folder", "gs://", "gs:///folder", "s3://bucket"])
def test_a_place_that_is_no_archive_is_said(url: str) -> None:
    with pytest.raises(SettingsError, match="gs://bucket/folder"):
        place_of(url)


def test_a_whole_bucket_is_an_archive_too() -> None:
    assert place_of("gs://b") == ("b", "")
    assert place_of("gs://b/in/2025/") == ("b", "in/2025/")


@pytest.mark.parametrize(
    ("archive_name", "told"), [("", "INVOICY_ARCHIVE"), ("gs://no-such-bucket-anywhere/in", "no-such-bucket-anywhere")]
)
def test_a_job_that_cannot_start_says_why(
    bucket: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    archive_name: str,
    told: str,
) -> None:
    monkeypatch.setenv("INVOICY_ARCHIVE", archive_name)
    assert main({}) == 1
    assert told in capsys.readouterr().err
    assert bucket


def test_a_job_with_failures_ends_with_1_so_that_its_task_is_started_again(
    gcs: "Client", bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    uploaded(gcs, bucket, name="in/a.xml")
    monkeypatch.setenv("INVOICY_ARCHIVE", f"gs://{bucket}/in/")
    failing: Any = lambda *_: (_ for _ in ()).throw(DamagedObjectError("x"))  # noqa: E731
    with monkeypatch.context() as patch:
        patch.setattr(Intake, "take", failing)
        assert main({}) == 1
    assert main({}) == 0
    assert main({}) == 0
