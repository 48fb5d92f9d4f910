"""A Cloud Run Job that reads an archive: its tasks share the listing, and a task that was stopped goes on.

Every object has one task by its name, whatever the others do. What is done carries a mark in the store; a task that is
started again passes over it. Stopped between a reading and its mark, it finds the reading stored and only marks it.
"""

import logging
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from zlib import crc32

import msgspec
from msgspec import Struct

from invoicy.errors import AccessRefusedError, InvoicyError, SettingsError
from invoicy.pipeline import Receipt
from invoicy_gcp.composition import intake, settings
from invoicy_gcp.events import MARKS, Upload, is_document
from invoicy_gcp.faults import faults_of
from invoicy_gcp.intake import Intake

_PAUSES = (1.0, 4.0)
_SCHEME = "gs://"
_log = logging.getLogger("invoicy.gcp")


class Share(Struct, frozen=True):
    """The part of the listing that one task reads."""

    index: int
    count: int

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Share":
        """As Cloud Run tells a task; the whole where nobody tells. Raises SettingsError for a task there is not."""
        numbers = [
            environment.get(f"CLOUD_RUN_TASK_{name}", default) for name, default in (("INDEX", "0"), ("COUNT", "1"))
        ]
        if all(text.isdecimal() for text in numbers) and int(numbers[0]) < int(numbers[1]):
            return cls(int(numbers[0]), int(numbers[1]))
        raise SettingsError((f"CLOUD_RUN_TASK_INDEX is wrong: there is no task {numbers[0]} of {numbers[1]}.",))

    def has(self, name: str) -> bool:
        return crc32(name.encode()) % self.count == self.index


class Mark(Struct, frozen=True, kw_only=True):
    """Says that an object of an archive is done, and where its reading stands."""

    origin: str
    generation: int
    reading: str
    status: str


class Archive(Struct, frozen=True, kw_only=True):
    """A folder of a bucket, read through the intake. pause: waits so many seconds before the next try."""

    intake: Intake
    bucket: str
    folder: str
    pause: Callable[[float], None] = time.sleep

    def read(self, share: Share) -> Counter[str]:
        """Read the share: how many were read, passed over as done, gone meanwhile or failed.

        Raises AccessRefusedError, for then no other object would do better.
        """
        done = frozenset(self.intake.pipeline.store.keys(self._marks))
        return Counter(self._outcome(upload, done) for upload in self._uploads(share))

    @property
    def _marks(self) -> str:
        return f"{MARKS}/{self.intake.tenant}/{self.intake.pipeline.version}"

    def _uploads(self, share: Share) -> Iterator[Upload]:
        with faults_of(f"The bucket {self.bucket}"):
            for blob in self.intake.client.list_blobs(self.bucket, prefix=self.folder):
                if share.has(blob.name) and is_document(blob.name):
                    yield Upload(self.bucket, blob.name, blob.generation)

    def _outcome(self, upload: Upload, done: frozenset[str]) -> str:
        key = f"{self._marks}/{_id_of(upload)}.json"
        if key in done:
            return "done before"
        try:
            receipt = self._taken(upload)
        except AccessRefusedError:
            raise
        except InvoicyError as error:
            _log.error("%s was not read: %s", _origin_of(upload), error.message)
            return "failed"
        if receipt is None:
            return "gone"
        self.intake.pipeline.store.create(key, _mark(upload, receipt))
        return "read"

    def _taken(self, upload: Upload) -> Receipt | None:
        for pause in _PAUSES:
            try:
                return self.intake.take(upload)
            except InvoicyError as error:
                if not error.retryable:
                    raise
            self.pause(pause)
        return self.intake.take(upload)


def _origin_of(upload: Upload) -> str:
    return f"{_SCHEME}{upload.bucket}/{upload.name}"


def _id_of(upload: Upload) -> str:
    return sha256(f"{_origin_of(upload)}#{upload.generation}".encode()).hexdigest()[:32]


def _mark(upload: Upload, receipt: Receipt) -> bytes:
    mark = Mark(
        origin=_origin_of(upload),
        generation=upload.generation or 0,
        reading=receipt.key,
        status=receipt.reading.status,
    )
    return msgspec.json.encode(mark)


def place_of(url: str) -> tuple[str, str]:
    """Bucket and folder of gs://bucket/folder. Raises SettingsError for what is no such place."""
    bucket, _, folder = url.removeprefix(_SCHEME).partition("/")
    if not url.startswith(_SCHEME) or not bucket:
        raise SettingsError(("INVOICY_ARCHIVE is missing or wrong: the archive to read, gs://bucket/folder.",))
    return bucket, folder


def main(environment: Mapping[str, str]) -> int:
    """Read the task's share. 1 where something failed: Cloud Run then starts the task again, which does the rest."""
    try:
        bucket, folder = place_of(settings().archive)
        share = Share.of(environment)
        outcomes = Archive(intake=intake(), bucket=bucket, folder=folder).read(share)
    except InvoicyError as error:
        sys.stderr.write(f"{error.message}\n")
        return 1
    counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())) or "nothing to do"
    _log.info("task %d of %d: %s", share.index + 1, share.count, counts)
    return 1 if outcomes["failed"] else 0
