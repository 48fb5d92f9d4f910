"""Loads a document from a path, a buffer or an open binary file; no more than the limit is kept in memory."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from io import TextIOBase
from itertools import chain
from pathlib import Path, PurePath
from typing import Any, Protocol, TypeAlias

from msgspec import Struct

from invoicy.documents.document import SNIFFED_BYTES, Document, sniff, text_of_name
from invoicy.documents.path_errors import fault_of
from invoicy.documents.special_files import OPENED, refusal, special_kind
from invoicy.errors import DocumentNotFoundError, InvalidArgumentError

_TEXT = "This looks like the text of a document, not a path; pass bytes: text.encode()."
_CHUNK_BYTES = 1 << 20


class Buffer(Protocol):
    """An object that exposes bytes: bytes, bytearray, memoryview, mmap, array, a NumPy array."""

    def __buffer__(self, flags: int, /) -> memoryview: ...


class BinaryFile(Protocol):
    """A file opened for reading bytes, as from open(path, "rb"), BytesIO, SpooledTemporaryFile or gzip.open."""

    def read(self, size: int, /) -> bytes: ...


Source: TypeAlias = str | os.PathLike[str] | Buffer | BinaryFile


class LoadedDocument(Struct, frozen=True):
    """A document that was loaded.

    whole: False above the limit; then the document has its id and media type but no content.
    """

    document: Document
    whole: bool


def load(source: Source, name: str, limit: int) -> LoadedDocument:
    """Load a document.

    name: the document's name; by default the file's name. limit: size in bytes above which a document is only hashed.
    Raises DocumentNotFoundError for a missing file, AccessRefusedError if it may not be read, TemporaryFaultError if
    reading it failed, and InvalidArgumentError for any other type of source.
    """
    if isinstance(source, str | os.PathLike):
        path = os.fsdecode(source)
        _refuse_special_file(path)
        with _faults_of(path, is_text=isinstance(source, str)), Path(path).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            return _gathered(_pieces_of_file(file), name or Path(path).name, limit, announced=size)
    view = _view_of(source)
    if view is not None:
        return _gathered(_pieces_of_buffer(view), name, limit, announced=len(view))
    if isinstance(source, TextIOBase):
        raise InvalidArgumentError('The file is open as text; open it for bytes: open(path, "rb").')
    if not hasattr(source, "read"):
        name_of_type = type(source).__name__
        message = f"Pass a path, bytes or a binary file; a value of type {name_of_type} is not supported."
        raise InvalidArgumentError(message)
    name = name or name_of(source)
    with _faults_of(name or "the file"):
        return _gathered(_pieces_of_file(source), name, limit)


def _refuse_special_file(path: str) -> None:
    if path.startswith(OPENED):
        return
    with suppress(OSError, ValueError):  # opening the path raises the error that fits
        special = special_kind(Path(path).stat().st_mode)
        if special:
            raise DocumentNotFoundError(path, refusal(path, special))


def name_of(file: object) -> str:
    """Return the name of an open file without its folders; empty for a BytesIO and for standard input."""
    name = getattr(file, "name", None)
    if not isinstance(name, str | bytes):
        return ""  # a file descriptor
    text = os.fsdecode(name)
    return "" if text.startswith("<") else PurePath(text).name


def _view_of(source: object) -> memoryview | None:
    """Return the bytes of a buffer, not copied if they are contiguous; None if the object has no bytes."""
    try:
        view = memoryview(source)  # type: ignore[arg-type]  # only trying shows whether it is a buffer
    except TypeError:
        return None
    try:
        return view.cast("B")
    except (TypeError, ValueError):
        return memoryview(view.tobytes())


def _pieces_of_buffer(view: memoryview) -> Iterator[bytes]:
    for start in range(0, len(view), _CHUNK_BYTES):
        yield bytes(view[start : start + _CHUNK_BYTES])


def _pieces_of_file(file: Any) -> Iterator[bytes]:
    while piece := file.read(_CHUNK_BYTES):
        if not isinstance(piece, bytes):
            text = isinstance(piece, str)
            advice = 'open it for bytes: open(path, "rb")' if text else f"its read() gave {type(piece).__name__}"
            raise InvalidArgumentError(f"The file does not give bytes; {advice}.")
        yield piece


def _gathered(pieces: Iterator[bytes], name: str, limit: int, announced: int = 0) -> LoadedDocument:
    """Join the pieces of a document. announced: its size in bytes, if that is known before reading."""
    if announced > limit:
        return LoadedDocument(_hashed(pieces, name), whole=False)
    kept: list[bytes] = []
    size = 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece)
        if size > limit:
            return LoadedDocument(_hashed(chain(kept, pieces), name), whole=False)
    return LoadedDocument(Document.of(b"".join(kept), name), whole=True)


def _hashed(pieces: Iterable[bytes], name: str) -> Document:
    digest, head = sha256(), b""
    for piece in pieces:
        head = head or piece[:SNIFFED_BYTES]
        digest.update(piece)
    return Document(digest.hexdigest(), text_of_name(name), sniff(head), b"")


@contextmanager
def _faults_of(path: str, *, is_text: bool = False) -> Iterator[None]:
    """Raise the operating system's errors as InvoicyErrors.

    is_text: the path is a str, so it may be content by mistake.
    """
    try:
        yield
    except (OSError, ValueError) as error:
        if is_text and _looks_like_a_document(path):
            raise InvalidArgumentError(_TEXT) from error
        raise fault_of(path, error) from error


def _looks_like_a_document(text: str) -> bool:
    return "\n" in text or text.lstrip("\ufeff \t\r").startswith(("<", "%PDF-"))
