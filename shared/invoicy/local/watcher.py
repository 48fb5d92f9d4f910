"""Watch a folder: each file that comes to rest in it goes through the pipeline once."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct

from invoicy.errors import InvoicyError
from invoicy.pipeline import Delivery, Pipeline, Receipt
from invoicy.storage import Source


class _State(Struct, frozen=True):
    """What tells that a file has changed."""

    size: int
    changed: int


def _state_of(path: Path) -> _State | None:
    """None where the file has gone since its folder was listed, or is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return _State(state.st_size, state.st_mtime_ns) if S_ISREG(state.st_mode) else None


class Outcome(Struct, frozen=True):
    """What became of a file: its receipt, or the problem for which it is tried again at the next look."""

    path: Path
    receipt: Receipt | None = None
    problem: str = ""


class Watcher:
    """Looks at a folder again and again, which also works where no notification comes: network drives, containers.

    A file is delivered when two looks in a row find it unchanged, so that no half-written file is read. One whose
    delivery failed is delivered again at the next look. What an earlier run has read is found in the store.
    """

    def __init__(self, pipeline: Pipeline, folder: Path, *, tenant: str, leave_out: Path | None = None) -> None:
        self._pipeline = pipeline
        self._folder = folder
        self._tenant = tenant
        self._leave_out = leave_out.resolve() if leave_out else None
        self._seen: dict[Path, _State] = {}
        self._done: dict[Path, _State] = {}

    def look(self) -> Iterator[Outcome]:
        """Deliver what has come to rest since the last look."""
        now = dict(self._files())
        resting = [path for path, state in now.items() if self._seen.get(path) == state != self._done.get(path)]
        self._done = {path: state for path, state in self._done.items() if path in now}
        self._seen = now
        for path in resting:
            outcome = self._delivered(path)
            if outcome.receipt is not None:
                self._done[path] = now[path]
            yield outcome

    def _files(self) -> Iterator[tuple[Path, _State]]:
        for place, folders, names in os.walk(self._folder):
            folder = Path(place)
            folders[:] = [name for name in folders if not self._is_left_out(folder / name)]
            for name in sorted(names):
                state = None if name.startswith(".") else _state_of(folder / name)
                if state is not None:
                    yield folder / name, state

    def _is_left_out(self, folder: Path) -> bool:
        return folder.name.startswith(".") or folder.resolve() == self._leave_out

    def _delivered(self, path: Path) -> Outcome:
        name = os.fsencode(path.name).decode(errors="replace")  # JSON has no place for what is no UTF-8
        source = Source(origin=path.resolve().as_uri(), name=name, received=datetime.now(UTC))
        try:
            delivery = Delivery(content=path.read_bytes(), tenant=self._tenant, source=source)
            return Outcome(path, self._pipeline.process(delivery))
        except InvoicyError as error:
            return Outcome(path, problem=error.message)
        except (OSError, MemoryError) as error:
            return Outcome(path, problem=f"it cannot be opened: {error or 'it is larger than the memory'}")
