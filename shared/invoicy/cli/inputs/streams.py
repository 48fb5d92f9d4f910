"""A document to read, and documents from standard input."""

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from invoicy.documents.path_errors import fault_of

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "stdin"


class Input(Struct, frozen=True):
    """A document to read.

    content: the bytes of standard input; None for a file. problem: a sentence if the document cannot be read, else "".
    """

    path: Path
    content: bytes | None = None
    problem: str = ""

    @property
    def source(self) -> Path | bytes:
        """Return the path or the bytes to pass to invoicy.read."""
        return self.path if self.content is None else self.content

    @property
    def name(self) -> str:
        """Return the name of a document that comes from standard input; "" for a file."""
        return "" if self.content is None else STANDARD_INPUT_NAME


def read_stream(text: str) -> Input:
    """Read the document from standard input, or from a file descriptor such as /dev/fd/3."""
    from invoicy.documents.size_in_words import size_in_words
    from invoicy.extraction import MAX_DOCUMENT_BYTES

    if text == STANDARD_INPUT and sys.stdin is None:
        return Input(Path(text), problem="Standard input is closed.")
    try:
        with _opened(text) as file:
            content = None if _size_of(file) > MAX_DOCUMENT_BYTES else file.read(MAX_DOCUMENT_BYTES + 1)
    except OSError as error:
        return Input(Path(text), problem=fault_of(text, error).message)
    if content is None or len(content) > MAX_DOCUMENT_BYTES:
        return Input(Path(text), problem=f"The document at {text} is larger than {size_in_words(MAX_DOCUMENT_BYTES)}.")
    return Input(Path(text), content)


def _opened(text: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if text == STANDARD_INPUT else Path(text).open("rb")


def _size_of(file: BinaryIO) -> int:
    """Return the size of an open file; 0 for a pipe, whose size is not known."""
    try:
        return os.fstat(file.fileno()).st_size
    except OSError:  # a stream of a test has no descriptor
        return 0
