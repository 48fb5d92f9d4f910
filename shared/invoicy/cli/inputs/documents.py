"""From the paths of a command line to the documents they mean."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from glob import has_magic
from pathlib import Path
from typing import BinaryIO

import click
from msgspec import Struct

from invoicy.documents.folders import FolderEntry, entries_of, is_document
from invoicy.documents.path_errors import fault_of
from invoicy.documents.special_files import OPENED, refusal

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "stdin"
_FILE = "file"


class Input(Struct, frozen=True):
    """One document to read. content: its bytes where no file holds them. problem: why there is nothing to read."""

    path: Path
    content: bytes | None = None
    problem: str = ""

    @property
    def source(self) -> Path | bytes:
        """The path, or the bytes, to pass to invoicy.read."""
        return self.path if self.content is None else self.content

    @property
    def name(self) -> str:
        """The document's name where it has no file's name; empty otherwise."""
        return "" if self.content is None else STANDARD_INPUT_NAME


class Inputs(Struct, frozen=True):
    """The documents, in the order given. skipped: how many of what else lay in the folders."""

    documents: tuple[Input, ...]
    skipped: dict[str, int]

    def remarks(self) -> tuple[str, ...]:
        """Sentences about what the paths hold besides documents, and about there being none."""
        skipped = tuple(skipped_sentence(number, what) for what, number in sorted(self.skipped.items()))
        return skipped if self.documents else ("No documents.", *skipped)


def inputs_of(paths: Iterable[str], *, leave_out: Iterable[Path] = ()) -> Inputs:
    """Every document once: files as they are named, folders walked, globs that the shell left alone.

    leave_out: folders that are not entered when they lie below one of the paths. A path where nothing is comes out as
    it is: reading it says so, and the rest is read. Raises click.UsageError for an empty path.
    """
    documents: dict[str, Input] = {}
    skipped: dict[str, str] = {}
    closed = frozenset(os.path.realpath(folder) for folder in leave_out)
    for path in paths:
        for identity, item in _at(path, closed):
            if isinstance(item, str):
                skipped[identity] = item
            else:
                documents.setdefault(identity, item)
    counts = Counter(what for identity, what in skipped.items() if identity not in documents)
    return Inputs(tuple(documents.values()), dict(counts))


_Item = tuple[str, Input | str]


def _at(text: str, closed: frozenset[str]) -> Iterator[_Item]:
    """Everything that a path means: identities with documents, or with a word for a file that is skipped."""
    if not text:
        raise click.UsageError("A path is empty. Name a file or a folder.")
    if text == STANDARD_INPUT or text.startswith(OPENED):
        yield STANDARD_INPUT if text == STANDARD_INPUT else text, _stream(text)
        return
    path = Path(text)
    if "://" in text and not path.exists():
        yield text, Input(path, problem=fault_of(text, OSError()).message)
        return
    if not has_magic(text) or os.path.lexists(path):
        yield from _walk(path, closed)
        return
    matches = _matches(text)
    if not matches:
        yield text, Input(path, problem=f"No file matches {text}.")
    for match in matches:
        yield from _walk(match, closed)


def _matches(pattern: str) -> list[Path]:
    anchor = Path(pattern).anchor
    return sorted(Path(anchor).glob(pattern.removeprefix(anchor)))


def _walk(path: Path, closed: frozenset[str]) -> Iterator[_Item]:
    for entry in entries_of(path, leave_out=closed):
        yield entry.identity, _named(entry) if entry.path == path else _found(entry)


def _named(entry: FolderEntry) -> Input:
    """A file that the command line names: it is always tried."""
    if not entry.special:
        return Input(entry.path, problem=entry.problem)
    return Input(entry.path, problem=refusal(str(entry.path), entry.special))


def _found(entry: FolderEntry) -> Input | str:
    if entry.special:
        return entry.special
    if entry.problem or is_document(entry.path):
        return Input(entry.path, problem=entry.problem)
    return _FILE


def _stream(text: str) -> Input:
    """The document on standard input, or in a file that the shell has opened."""
    from invoicy.documents.sizes import size_in_words
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
    """The size of an open file; 0 for a pipe, which does not know its own."""
    try:
        return os.fstat(file.fileno()).st_size
    except OSError:  # a stream of a test has no descriptor
        return 0


def skipped_sentence(number: int, what: str = _FILE) -> str:
    """A sentence about files that are no documents, or about pipes, sockets and devices."""
    if what == _FILE:
        noun = "file that is no document" if number == 1 else "files that are no documents"
        return f"Skipped {number} {noun}."
    return f"Skipped {number} {what if number == 1 else f'{what}s'}."
