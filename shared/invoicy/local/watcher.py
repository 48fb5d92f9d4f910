"""Watch a folder: each document that comes to rest in it goes through the pipeline once."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from invoicy.document import text_of_name
from invoicy.errors import InvoicyError, UnreadableDocumentError
from invoicy.extraction import MAX_DOCUMENT_BYTES, TOO_LARGE, too_large
from invoicy.folders import Entry, entries_of, is_document
from invoicy.pipeline import Delivery, Pipeline, Receipt
from invoicy.sources import Loaded, load
from invoicy.storage import Source


class _State(Struct, frozen=True):
    """Size and times of a file, by which a change is seen."""

    size: int
    changed: int


class Outcome(Struct, frozen=True):
    """The outcome for a file: its receipt, or the problem for which it is tried again at the next look.

    names_path: the problem is a sentence that names the path.
    """

    path: Path
    receipt: Receipt | None = None
    problem: str = ""
    names_path: bool = False


class Watcher:
    """Looks at a folder again and again, which also works where no notification comes: network drives, containers.

    A file is delivered when two looks in a row find it unchanged, so that no half-written file is read. One whose
    delivery failed is delivered again at the next look, and its problem comes out again when it is another one. What
    an earlier run has read is found in the store.

    problems: the sentence for each path that could not be read or delivered up to now. skipped: the files that are no
    documents.
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

    def look(self) -> Iterator[Outcome]:
        """Deliver what has come to rest since the last look."""
        entries = tuple(entries_of(self._folder, leave_out=self._leave_out))
        now = {entry.path: _State(entry.size, entry.changed) for entry in entries if _is_file(entry)}
        resting = [path for path, state in now.items() if self._seen.get(path) == state != self._done.get(path)]
        self._forget_all_but({entry.path for entry in entries})
        self._seen = now
        yield from self._new(
            [Outcome(each.path, None, each.problem, names_path=True) for each in entries if each.problem]
        )
        for path in resting:
            yield from self._new(self._handled(path, now[path]))

    def _forget_all_but(self, paths: set[Path]) -> None:
        self._done = {path: state for path, state in self._done.items() if path in paths}
        self.problems = {path: problem for path, problem in self.problems.items() if path in paths}
        self.skipped &= paths

    def _handled(self, path: Path, state: _State) -> list[Outcome]:
        if not is_document(path):
            self.skipped.add(path)
            self._done[path] = state
            return []
        outcome = self._delivered(path)
        if outcome.receipt is not None:
            self._done[path] = state
        return [outcome]

    def _new(self, outcomes: list[Outcome]) -> Iterator[Outcome]:
        """The outcomes, but for problems that came out before."""
        for outcome in outcomes:
            known = self.problems.pop(outcome.path, "")
            if outcome.problem:
                self.problems[outcome.path] = outcome.problem
            if outcome.receipt is not None or outcome.problem != known:
                yield outcome

    def _delivered(self, path: Path) -> Outcome:
        source = Source(origin=path.resolve().as_uri(), name=text_of_name(path.name), received=datetime.now(UTC))
        try:
            loaded = load(path, "", MAX_DOCUMENT_BYTES)
        except InvoicyError as error:
            return Outcome(path, problem=error.message, names_path=True)
        except MemoryError:
            return Outcome(path, problem="it is larger than the memory")
        try:
            return Outcome(path, self._processed(loaded, source))
        except InvoicyError as error:
            return Outcome(path, problem=error.message)

    def _processed(self, loaded: Loaded, source: Source) -> Receipt:
        document = loaded.document
        delivery = Delivery(content=document.content, tenant=self._tenant, source=source)
        if loaded.whole:
            return self._pipeline.process(delivery)
        reason = UnreadableDocumentError(TOO_LARGE, too_large(document).findings[0].message)
        return self._pipeline.refuse(document, delivery, reason)


def _is_file(entry: Entry) -> bool:
    return not entry.special and not entry.problem
