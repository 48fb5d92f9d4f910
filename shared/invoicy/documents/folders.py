"""Folders of documents: lists their files, each once, and tests which files are documents."""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec import Struct

from invoicy.documents.kinds import DEEP, SNIFFED_BYTES, is_wanted, media_type_of
from invoicy.documents.path_errors import fault_of
from invoicy.documents.special_files import special_kind
from invoicy.documents.watermark import is_drawing

DEFAULT_STORE = "invoicy-store"
_MAX_DEEP_BYTES = 32 * 1024 * 1024
_LOCK_FILE = "~$"  # Office writes one beside an open file


class FolderEntry(Struct, frozen=True):
    """A file in a folder, or a problem at its place.

    identity: the path without links, the same however the file is reached. special: "named pipe", "socket" or "device",
    empty for a regular file. problem: a sentence that explains why the path cannot be read.
    """

    path: Path
    identity: str
    size: int = 0
    changed: int = 0
    special: str = ""
    problem: str = ""


def entries_of(root: Path, *, leave_out: Collection[str] = ()) -> Iterator[FolderEntry]:
    """Yield the file at a path, or all files below a folder in the order of their names, each once.

    Links are followed; hidden names and stores are left out; no file is opened. leave_out: identities of folders that
    are not entered.
    """
    entered: set[str] = set()
    pending = [(root, os.path.realpath(root))]
    while pending:
        path, identity = pending.pop()
        if identity in entered or (path != root and identity in leave_out):
            continue
        entered.add(identity)
        entry = entry_at(path, identity)
        if entry is not None:
            yield entry
            continue
        try:
            pending += reversed(_children(path, identity))
        except OSError as error:
            yield FolderEntry(path, identity, problem=fault_of(str(path), error).message)


def entry_at(path: Path, identity: str) -> FolderEntry | None:
    """Return the entry for a path; None for a folder."""
    try:
        state = path.stat()
    except OSError as error:
        return FolderEntry(path, identity, problem=_problem(path, error))
    if stat.S_ISDIR(state.st_mode):
        return None
    special = special_kind(state.st_mode)
    return FolderEntry(path, identity, state.st_size, state.st_mtime_ns, special=special)


def is_document(path: Path) -> bool:
    """Test whether a file of a folder counts as a document.

    A file that cannot be opened does; a drawing by `show` does not.
    """
    if path.name.startswith(_LOCK_FILE) or path.name.endswith("~"):
        return False
    try:
        with path.open("rb") as file:
            head = file.read(SNIFFED_BYTES)
            if media_type_of(head) in DEEP:
                head += file.read(_MAX_DEEP_BYTES)
    except OSError:
        return True
    return is_wanted(path.name, head) and not is_drawing(path)


def _children(folder: Path, identity: str) -> list[tuple[Path, str]]:
    with os.scandir(folder) as listing:
        wanted = [entry for entry in listing if not entry.name.startswith(".") and entry.name != DEFAULT_STORE]
    inside = identity.rstrip(os.sep) + os.sep
    return [
        (folder / entry.name, os.path.realpath(entry.path) if entry.is_symlink() else f"{inside}{entry.name}")
        for entry in sorted(wanted, key=lambda entry: entry.name)
    ]


def _problem(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return f"{path} is a link to {path.readlink()}, where there is no file."
    return fault_of(str(path), error).message
