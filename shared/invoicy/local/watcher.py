"""Watch a folder: each file that comes to rest in it goes through the pipeline once."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from invoicy.errors import InvoicyError
from invoicy.pipeline import Delivery, Pipeline, Receipt
from invoicy.storage import Source

_log = logging.getLogger("invoicy.watch")


class _State(Struct, frozen=True):
    """What tells that a file has changed."""

    size: int
    changed: int


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

    def look(self) -> Iterator[Receipt]:
        """Deliver what has come to rest since the last look."""
        now = dict(self._files())
        resting = [path for path, state in now.items() if self._seen.get(path) == state != self._done.get(path)]
        self._done = {path: state for path, state in self._done.items() if path in now}
        self._seen = now
        for path in resting:
            receipt = self._deliver(path)
            if receipt is not None:
                self._done[path] = now[path]
                yield receipt

    def _files(self) -> Iterator[tuple[Path, _State]]:
        for folder, folders, names in self._folder.walk():
            folders[:] = [name for name in folders if not self._is_left_out(folder / name)]
            for path in sorted(folder / name for name in names if not name.startswith(".")):
                try:
                    state = path.stat()
                except FileNotFoundError:
                    continue
                yield path, _State(state.st_size, state.st_mtime_ns)

    def _is_left_out(self, folder: Path) -> bool:
        return folder.name.startswith(".") or folder.resolve() == self._leave_out

    def _deliver(self, path: Path) -> Receipt | None:
        source = Source(origin=path.resolve().as_uri(), name=path.name, received=datetime.now(UTC))
        try:
            return self._pipeline.process(Delivery(content=path.read_bytes(), tenant=self._tenant, source=source))
        except (InvoicyError, OSError) as error:
            _log.warning("%s is not read yet and will be tried again: %s", path, error)
            return None
