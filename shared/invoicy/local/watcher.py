"""Watches a folder and processes each document in it once."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from invoicy.documents.document import text_of_name
from invoicy.documents.folders import FolderEntry, entries_of, is_document
from invoicy.documents.loading import load
from invoicy.errors import InvoicyError
from invoicy.extraction import MAX_DOCUMENT_BYTES
from invoicy.pipeline import IncomingDocument, Pipeline, Receipt
from invoicy.storage import Origin


class _State(Struct, frozen=True):
    """The size and the time of the last change of a file."""

    size: int
    changed: int


class WatchResult(Struct, frozen=True):
    """The receipt of a file, or the problem because of which the next look tries it again.

    names_path: the problem is a sentence that names the path.
    """

    path: Path
    receipt: Receipt | None = None
    problem: str = ""
    names_path: bool = False


class Watcher:
    """Polls a folder, which also works without notifications: on network drives and in containers.

    A file is processed when two looks in a row find it unchanged, so that no half-written file is read. After a
    failure the next look processes the file again and reports its problem only if it changed. Readings of an earlier
    run are in the store and are not made again.

    problems: the current problem of each path. skipped: the files that are not documents.
    """

    def __init__(self, pipeline: Pipeline, folder: Path, *, tenant: str, leave_out: Path | None = None) -> None:
        self.problems: dict[Path, str] = {}
        self.skipped: set[Path] = set()
        self._pipeline = pipeline
        self._folder = folder
        self._tenant = tenant
        self._leave_out = frozenset({os.path.realpath(leave_out)} if leave_out else ())
        self._seen: dict[Path, _State] = {}
        self._done: dict[Path, _State] = {}

    def look(self) -> Iterator[WatchResult]:
        """Process the files that have not changed since the last look."""
        entries = tuple(entries_of(self._folder, leave_out=self._leave_out))
        now = {entry.path: _State(entry.size, entry.changed) for entry in entries if _is_file(entry)}
        resting = [path for path, state in now.items() if self._seen.get(path) == state != self._done.get(path)]
        self._forget_all_but({entry.path for entry in entries})
        self._seen = now
        yield from self._new(
            [WatchResult(each.path, None, each.problem, names_path=True) for each in entries if each.problem]
        )
        for path in resting:
            yield from self._new(self._handled(path, now[path]))

    def _forget_all_but(self, paths: set[Path]) -> None:
        self._done = {path: state for path, state in self._done.items() if path in paths}
        self.problems = {path: problem for path, problem in self.problems.items() if path in paths}
        self.skipped &= paths

    def _handled(self, path: Path, state: _State) -> list[WatchResult]:
        if not is_document(path):
            self.skipped.add(path)
            self._done[path] = state
            return []
        result = self._delivered(path)
        if result.receipt is not None:
            self._done[path] = state
        return [result]

    def _new(self, results: list[WatchResult]) -> Iterator[WatchResult]:
        """Yield the results, except problems that were reported before."""
        for result in results:
            known = self.problems.pop(result.path, "")
            if result.problem:
                self.problems[result.path] = result.problem
            if result.receipt is not None or result.problem != known:
                yield result

    def _delivered(self, path: Path) -> WatchResult:
        try:
            loaded = load(path, "", MAX_DOCUMENT_BYTES)
        except InvoicyError as error:
            return WatchResult(path, problem=error.message, names_path=True)
        except MemoryError:
            return WatchResult(path, problem="The file is larger than the memory.")
        origin = Origin(uri=path.resolve().as_uri(), name=text_of_name(path.name), received=datetime.now(UTC))
        incoming = IncomingDocument(document=loaded.document, tenant=self._tenant, origin=origin, whole=loaded.whole)
        try:
            return WatchResult(path, self._pipeline.process(incoming))
        except InvoicyError as error:
            return WatchResult(path, problem=error.message)


def _is_file(entry: FolderEntry) -> bool:
    return not entry.special and not entry.problem
