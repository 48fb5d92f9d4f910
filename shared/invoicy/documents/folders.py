"""Folders of documents: what lies in them, each file once, and which files are documents."""

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
_BESIDE = "~$"  # what Office writes beside a file that is open


class FolderEntry(Struct, frozen=True):
    """A file in a folder, or a problem at its place.

    identity: the path without links, the same for every way to the file. special: "named pipe", "socket" or "device"
    for what is no file. problem: a sentence on why nothing can be read there.
    """

    path: Path
    identity: str
    size: int = 0
    changed: int = 0
    special: str = ""
    problem: str = ""


def entries_of(root: Path, *, leave_out: Collection[str] = ()) -> Iterator[FolderEntry]:
    """Everything at a path: the file itself, or all below a folder in the order of names, each file once.

    Links are followed, hidden names and stores are left out, nothing is opened. leave_out: identities of folders below
    the root that are not entered.
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
    """The entry for a path; None for a folder."""
    try:
        state = path.stat()
    except OSError as error:
        return FolderEntry(path, identity, problem=_problem(path, error))
    if stat.S_ISDIR(state.st_mode):
        return None
    special = special_kind(state.st_mode)
    return FolderEntry(path, identity, state.st_size, state.st_mtime_ns, special=special)


def is_document(path: Path) -> bool:
    """True for a file of a folder that is a document; one that cannot be opened may be, a drawing of one is none."""
    if path.name.startswith(_BESIDE) or path.name.endswith("~"):
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
