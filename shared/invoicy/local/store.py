"""A store in a folder. Each object is a file that is written whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from invoicy.errors import AccessRefusedError, InvalidArgumentError, TemporaryFaultError

_UNFINISHED = ".unfinished"
_NO_HARD_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS)


class FolderStore:
    """A DocumentStore on a file system with hard links.

    An object is written to a temporary file, flushed to the disk and then linked to its name. Linking is atomic and
    fails if the name is taken, so one of several writers wins and none leaves half an object behind.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def create(self, key: str, content: bytes) -> bool:
        path = self._path(key)
        with _faults_of(self.root):
            if path.exists():
                return False  # saves the write; the link decides
            path.parent.mkdir(parents=True, exist_ok=True)
            with self._temporary_file(content) as written:
                return _link(written, path)

    def get(self, key: str) -> bytes | None:
        path = self._path(key)
        with _faults_of(self.root):
            try:
                return path.read_bytes()
            except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
                return None

    def keys(self, folder: str) -> tuple[str, ...]:
        path = self._path(folder)
        with _faults_of(self.root):
            files = (file for file in path.rglob("*") if file.is_file())
            return tuple(sorted(file.relative_to(self.root).as_posix() for file in files))

    def probe(self) -> None:
        with _faults_of(self.root):
            try:
                with self._temporary_file(b"probe") as written:
                    link = written.with_suffix(".link")
                    _name(written, link)
                    link.unlink()
            except FileNotFoundError as error:
                raise AccessRefusedError(f"{self.root} cannot be created: {error.strerror}.") from error

    def _path(self, key: str) -> Path:
        segments = key.split("/")
        if any(segment in {"", ".", "..", _UNFINISHED} or {"\\", "\0"} & set(segment) for segment in segments):
            raise InvalidArgumentError(f"Invalid key {key!r}: use segments separated by single slashes.")
        return self.root.joinpath(*segments)

    @contextmanager
    def _temporary_file(self, content: bytes) -> Iterator[Path]:
        folder = self.root / _UNFINISHED
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / uuid4().hex
        try:
            with path.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            yield path
        finally:
            path.unlink(missing_ok=True)


def _link(written: Path, path: Path) -> bool:
    try:
        _name(written, path)
    except FileExistsError:
        return False
    _flush_folder(path.parent)
    return True


def _name(written: Path, path: Path) -> None:
    """Give the file a second name. Raises AccessRefusedError on a file system without hard links."""
    try:
        path.hardlink_to(written)
    except OSError as error:
        if error.errno in _NO_HARD_LINKS:
            raise AccessRefusedError(f"The file system of {path.parent} has no hard links.") from error
        raise


def _flush_folder(folder: Path) -> None:
    """Flush the new name to the disk, on systems that can open a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _faults_of(root: Path) -> Iterator[None]:
    """Raise a fault of the disk as an error that names the store, without the long key of the object."""
    try:
        yield
    except PermissionError as error:
        raise AccessRefusedError(f"Permission denied: {root}.") from error
    except (FileExistsError, NotADirectoryError) as error:
        raise AccessRefusedError(f"{root} cannot be written: one of its folders is a file.") from error
    except OSError as error:
        if error.errno == errno.EROFS:
            raise AccessRefusedError(f"{root} cannot be written: its file system is read-only.") from error
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise TemporaryFaultError("The disk that holds the store is full.") from error
        raise TemporaryFaultError(f"{root} cannot be read or written: {error.strerror}. It may work later.") from error
