"""A process that delivers one document to a folder store and dies in front of a chosen step on the disk.

Usage: python -m tests.local.stopped STORE DOCUMENT STEP. It ends by itself when there are fewer steps.
"""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from invoicy.documents.document import Document
from invoicy.local.publisher import LogPublisher
from invoicy.local.store import FolderStore
from invoicy.pipeline import IncomingDocument, Pipeline, reader
from invoicy.storage import Origin

_ON_DISK = frozenset({"open", "os.mkdir", "os.link", "os.remove"})


def main(store: str, document: str, step: int) -> None:
    bytes_of_document = Path(document).read_bytes()
    pipeline = Pipeline(store=FolderStore(Path(store)), publisher=LogPublisher(), version="1.0", read=reader())
    origin = Origin(uri="file:///a", name="a", received=datetime(2026, 3, 1, tzinfo=UTC))
    _die_before(step, store)
    pipeline.process(
        IncomingDocument(document=Document.of(bytes_of_document, "a"), tenant="acme", origin=origin, keep=True)
    )


def _die_before(step: int, store: str) -> None:
    left = step

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event not in _ON_DISK or not str(arguments[0]).startswith(store):
            return
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)  # as a power cut: nothing is tidied up
        left -= 1

    sys.addaudithook(hook)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
