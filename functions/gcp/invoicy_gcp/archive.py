"""Cloud Run Job that reads an archive: its tasks share the listing, and a restarted task continues.

Each object belongs to one task by its key. The job stores a mark for every object it has read, and a restarted task
skips marked objects. A task that was stopped between a reading and its mark finds the reading stored and adds the mark.
"""

import logging
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec
from msgspec import Struct

from invoicy.errors import AccessRefusedError, InvoicyError, SettingsError
from invoicy.pipeline import Receipt
from invoicy_gcp.archive_keys import mark_folder
from invoicy_gcp.composition import intake, settings
from invoicy_gcp.deadline import within
from invoicy_gcp.events.object_ref import ObjectRef, is_document
from invoicy_gcp.faults import faults_of
from invoicy_gcp.intake import Intake

if TYPE_CHECKING:
    from google.api_core.retry import Retry

_SECONDS_OF_RETRIES = 30
_SCHEME = "gs://"
_log = logging.getLogger("invoicy.gcp")


class TaskShare(Struct, frozen=True):
    """The objects of one task among several: those whose key hashes to its index."""

    index: int
    count: int

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "TaskShare":
        """Read Cloud Run's variables; everything without them. Raises SettingsError for an impossible task."""
        index, count = environment.get("CLOUD_RUN_TASK_INDEX", "0"), environment.get("CLOUD_RUN_TASK_COUNT", "1")
        if index.isdecimal() and count.isdecimal() and int(index) < int(count):
            return cls(int(index), int(count))
        raise SettingsError((f"CLOUD_RUN_TASK_INDEX must be below CLOUD_RUN_TASK_COUNT, not {index} of {count}.",))

    def contains(self, key: str) -> bool:
        return crc32(key.encode()) % self.count == self.index


class ArchiveMark(Struct, frozen=True, kw_only=True):
    """A note that an object was read. reading: the key of its reading."""

    origin: str
    reading: str
    status: str


class Archive(Struct, frozen=True, kw_only=True):
    """A folder of a bucket that the intake reads.

    seconds: the time for one object. retry: repeats an object after a temporary fault.
    """

    intake: Intake
    bucket: str
    folder: str
    seconds: float
    retry: "Retry"

    def read(self, share: TaskShare) -> Counter[str]:
        """Read the share; return the number of objects by outcome: read, read before, gone or failed.

        Raises AccessRefusedError, because every other object would fail for the same reason.
        """
        marks = frozenset(self.intake.pipeline.store.keys(self._marks))
        return Counter(self._outcome(ref, marks) for ref in self._refs(share))

    @property
    def _marks(self) -> str:
        return mark_folder(self.intake.tenant, self.intake.pipeline.version)

    def _refs(self, share: TaskShare) -> Iterator[ObjectRef]:
        with faults_of(f"the bucket {self.bucket}"):
            for blob in self.intake.client.list_blobs(self.bucket, prefix=self.folder):
                if share.contains(blob.name) and is_document(blob.name):
                    yield ObjectRef(self.bucket, blob.name, blob.generation)

    def _outcome(self, ref: ObjectRef, marks: frozenset[str]) -> str:
        from google.api_core.exceptions import RetryError  # the client has loaded it

        key = f"{self._marks}/{_id_of(ref)}.json"
        if key in marks:
            return "read before"
        try:
            receipt = self.retry(within)(self.seconds, partial(self.intake.take, ref))
        except AccessRefusedError:
            raise
        except (InvoicyError, RetryError) as error:
            _log.error("%s was not read: %s", ref.uri, error)
            return "failed"
        except Exception:  # noqa: BLE001  one object must not fail the others
            _log.exception("%s was not read: the program failed", ref.uri)
            return "failed"
        if receipt is None:
            return "gone"
        self.intake.pipeline.store.create(key, _mark(ref, receipt))
        return "read"


def _id_of(ref: ObjectRef) -> str:
    return sha256(ref.uri.encode()).hexdigest()[:32]


def _mark(ref: ObjectRef, receipt: Receipt) -> bytes:
    mark = ArchiveMark(origin=ref.uri, reading=receipt.key, status=receipt.reading.status)
    return msgspec.json.encode(mark)


def retries(seconds: float = _SECONDS_OF_RETRIES) -> "Retry":
    """Return a policy that repeats a call after temporary faults, with growing pauses, for so many seconds."""
    from google.api_core.retry import Retry  # the client has loaded it

    return Retry(predicate=_is_temporary, timeout=seconds)


def _is_temporary(error: Exception) -> bool:
    return isinstance(error, InvoicyError) and error.retryable


def folder_of(url: str) -> tuple[str, str]:
    """Return bucket and folder of gs://bucket/folder. Raises SettingsError for another URL."""
    bucket, _, folder = url.removeprefix(_SCHEME).partition("/")
    if not url.startswith(_SCHEME) or not bucket:
        raise SettingsError(("INVOICY_ARCHIVE must be the archive to read, as gs://bucket/folder.",))
    return bucket, folder


def main(environment: Mapping[str, str]) -> int:
    """Read the task's share. Return 1 after a failure; Cloud Run then restarts the task, which reads the rest."""
    try:
        configured = settings()
        bucket, folder = folder_of(configured.archive)
        share = TaskShare.of(environment)
        seconds = configured.deadline_seconds
        archive = Archive(intake=intake(), bucket=bucket, folder=folder, seconds=seconds, retry=retries())
        outcomes = archive.read(share)
    except InvoicyError as error:
        sys.stderr.write(f"{error.message}\n")
        return 1
    counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())) or "nothing to read"
    _log.info("task %d of %d: %s", share.index + 1, share.count, counts)
    return 1 if outcomes["failed"] else 0
