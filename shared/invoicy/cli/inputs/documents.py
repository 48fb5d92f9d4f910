"""The documents that the paths of a command line name."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from glob import has_magic
from pathlib import Path

import click
from msgspec import Struct

from invoicy.cli.inputs.streams import STANDARD_INPUT, Input, read_stream
from invoicy.documents.folders import FolderEntry, entries_of, is_document
from invoicy.documents.path_errors import fault_of
from invoicy.documents.special_files import OPENED, refusal

_FILE = "file"


class Inputs(Struct, frozen=True):
    """Documents, in the order of the command line. skipped: number of other files by type, such as {"socket": 2}."""

    documents: tuple[Input, ...]
    skipped: dict[str, int]

    def remarks(self) -> tuple[str, ...]:
        """Return sentences about skipped files, and one if there are no documents."""
        skipped = tuple(skipped_sentence(count, file_type) for file_type, count in sorted(self.skipped.items()))
        return skipped if self.documents else ("No documents.", *skipped)


def inputs_of(paths: Iterable[str], *, leave_out: Iterable[Path] = ()) -> Inputs:
    """Return every document once: named files, the files in named folders, and the matches of patterns.

    A path that does not exist is returned as an Input too: reading it reports the error, and the others are read.
    leave_out: folders below the paths that are not entered. Raises click.UsageError for an empty path.
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
    counts = Counter(file_type for identity, file_type in skipped.items() if identity not in documents)
    return Inputs(tuple(documents.values()), dict(counts))


_Item = tuple[str, Input | str]


def _at(text: str, closed: frozenset[str]) -> Iterator[_Item]:
    """Yield what a path names: an identity with an Input, or with the type of a file that is skipped."""
    if not text:
        raise click.UsageError("A path is empty. Name a file or a folder.")
    if text == STANDARD_INPUT or text.startswith(OPENED):
        yield STANDARD_INPUT if text == STANDARD_INPUT else text, read_stream(text)
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
        yield entry.identity, _named(entry) if entry.path == path else _in_folder(entry)


def _named(entry: FolderEntry) -> Input:
    """Return the Input of a file named on the command line. It is read whatever its type."""
    if not entry.special:
        return Input(entry.path, problem=entry.problem)
    return Input(entry.path, problem=refusal(str(entry.path), entry.special))


def _in_folder(entry: FolderEntry) -> Input | str:
    if entry.special:
        return entry.special
    if entry.problem or is_document(entry.path):
        return Input(entry.path, problem=entry.problem)
    return _FILE


def skipped_sentence(count: int, file_type: str = _FILE) -> str:
    """Return a sentence about skipped files. file_type: "file", "named pipe", "socket" or "device"."""
    if file_type == _FILE:
        noun = "file that is not a document" if count == 1 else "files that are not documents"
        return f"Skipped {count} {noun}."
    return f"Skipped {count} {file_type if count == 1 else f'{file_type}s'}."
