"""A path, a buffer and an open file with the same bytes give the same document."""

import array
import gzip
import mmap
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, cast

import pytest

from invoicy.documents.loading import Source, load
from invoicy.errors import (
    AccessRefusedError,
    DocumentNotFoundError,
    InvalidArgumentError,
    InvoicyError,
    TemporaryFaultError,
)

CONTENT = b"%PDF-1.7 " + bytes(range(256)) * 8191
LIMIT = 3_000_000


class AsPath:
    """A path of another library."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __fspath__(self) -> str:
        return str(self._path)


class Dripping:
    """A file that gives a little at a time, as a socket does."""

    def __init__(self) -> None:
        self._left = BytesIO(CONTENT)

    def read(self, size: int, /) -> bytes:
        return self._left.read(min(size, 70_000))


class Failing:
    """A file whose reading fails."""

    name = "mount/invoice.pdf"

    def __init__(self, error: Exception) -> None:
        self._error = error

    def read(self, _size: int, /) -> bytes:
        raise self._error


def spooled(content: bytes) -> Any:
    file = tempfile.SpooledTemporaryFile(max_size=1)  # noqa: SIM115  closed by given()
    file.write(content)
    file.seek(0)
    return file


def mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


SOURCES: dict[str, Callable[[Path], Source]] = {
    "str": str,
    "Path": lambda path: path,
    "PathLike": AsPath,
    "bytes": lambda _: CONTENT,
    "bytearray": lambda _: bytearray(CONTENT),
    "memoryview": lambda _: memoryview(CONTENT),
    "memoryview with gaps": lambda _: memoryview(b"".join(bytes([byte, 0]) for byte in CONTENT))[::2],
    "array": lambda _: array.array("B", CONTENT),
    "mmap": mapped,
    "BytesIO": lambda _: BytesIO(CONTENT),
    "open file": lambda path: path.open("rb"),
    "unbuffered file": lambda path: path.open("rb", buffering=0),
    "SpooledTemporaryFile": lambda _: spooled(CONTENT),
    "gzip file": lambda _: cast("Source", gzip.GzipFile(fileobj=BytesIO(gzip.compress(CONTENT)))),
    "a socket's file": lambda _: Dripping(),
}


@contextmanager
def given(kind: str, path: Path) -> Iterator[Source]:
    """A source of that kind, closed in the end where it can be."""
    source = SOURCES[kind](path)
    try:
        yield source
    finally:
        if not isinstance(source, str) and hasattr(source, "close"):
            source.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "invoice.pdf"
    path.write_bytes(CONTENT)
    return path


@pytest.mark.parametrize("kind", SOURCES)
def test_the_same_bytes_are_the_same_document(kind: str, path: Path) -> None:
    with given(kind, path) as source:
        loaded = load(source, "a.pdf", LIMIT)
    assert loaded.whole
    assert (loaded.document.content, loaded.document.name) == (CONTENT, "a.pdf")
    assert loaded.document.id == sha256(CONTENT).hexdigest()


@pytest.mark.parametrize("kind", SOURCES)
def test_above_the_limit_a_document_has_its_id_and_no_content(kind: str, path: Path) -> None:
    with given(kind, path) as source:
        loaded = load(source, "", len(CONTENT) - 1)
    assert not loaded.whole
    assert loaded.document.content == b""
    assert loaded.document.id == sha256(CONTENT).hexdigest()
    assert loaded.document.media_type == "application/pdf"


@pytest.mark.parametrize("kind", ["str", "Path", "PathLike", "open file", "unbuffered file"])
def test_a_file_gives_its_name(kind: str, path: Path) -> None:
    with given(kind, path) as source:
        assert load(source, "", LIMIT).document.name == "invoice.pdf"


@pytest.mark.parametrize("kind", ["bytes", "mmap", "BytesIO", "SpooledTemporaryFile", "a socket's file"])
def test_what_has_no_name_gets_none(kind: str, path: Path) -> None:
    with given(kind, path) as source:
        assert load(source, "", LIMIT).document.name == ""


def test_a_stream_of_the_process_has_no_name(path: Path) -> None:
    standard_input: Any = Dripping()
    standard_input.name = "<stdin>"
    assert load(standard_input, "", LIMIT).document.name == ""
    with path.open("rb") as file, os.fdopen(os.dup(file.fileno()), "rb") as numbered:
        assert load(numbered, "", LIMIT).document.name == ""


def test_a_file_is_read_from_its_position_and_left_open(path: Path) -> None:
    with path.open("rb") as file:
        file.seek(9)
        assert load(file, "", LIMIT).document.content == CONTENT[9:]
        assert not file.closed


@pytest.mark.parametrize(
    "text", ["<?xml version='1.0'?><Invoice/>", "\ufeff\n<Invoice/>", "%PDF-1.7", "a\nb", "<" * 9999]
)
def test_text_of_a_document_is_distinguished_from_a_path(text: str) -> None:
    with pytest.raises(InvalidArgumentError, match="looks like the text of a document, not a path; pass bytes"):
        load(text, "", LIMIT)


def test_a_path_is_never_taken_for_text(tmp_path: Path) -> None:
    for name in ("a\nb.xml", "<a>.xml"):
        with pytest.raises(DocumentNotFoundError):
            load(tmp_path / name, "", LIMIT)


def test_a_file_may_be_called_like_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("<a>.xml").write_bytes(b"<a/>")
    assert load("<a>.xml", "", LIMIT).document.content == b"<a/>"


@pytest.mark.parametrize(
    ("path", "error", "sentence"),
    [
        ("", InvalidArgumentError, "The path is empty."),
        (".", DocumentNotFoundError, "'.' is a folder; pass the path of a file in it."),
        ("..", DocumentNotFoundError, "'..' is a folder; pass the path of a file in it."),
        ("gone.pdf", DocumentNotFoundError, "There is no file at gone.pdf."),
        ("x" * 5000, InvalidArgumentError, f"The path '{'x' * 80}…' is longer than this file system allows."),
        ("a\0b", InvalidArgumentError, "A path cannot hold a NUL character: 'a␀b'."),
        ("\ud800.pdf", InvalidArgumentError, "A path cannot hold one of the characters of '\ud800.pdf'."),
        (
            "https://example.com/a.pdf",
            InvalidArgumentError,
            "'https://example.com/a.pdf' is an address. Invoicy does not fetch addresses; download the file first.",
        ),
    ],
    ids=["empty", "folder", "parent", "missing", "too long", "NUL", "surrogate", "address"],
)
def test_what_is_wrong_with_a_path_is_said(path: str, error: type[InvoicyError], sentence: str) -> None:
    with pytest.raises(error) as raised:
        load(path, "", LIMIT)
    assert raised.value.message == sentence
    assert not raised.value.retryable


def test_a_file_below_a_file_is_missing(path: Path) -> None:
    with pytest.raises(DocumentNotFoundError):
        load(path / "a.pdf", "", LIMIT)


def test_a_link_to_itself_is_not_a_file(tmp_path: Path) -> None:
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)
    with pytest.raises(DocumentNotFoundError, match="is a link that leads back to itself"):
        load(loop, "", LIMIT)


@pytest.mark.parametrize("source", [3, None, object(), ["a.pdf"], {"a": 1}], ids=lambda each: type(each).__name__)
def test_another_type_is_refused(source: Any) -> None:
    with pytest.raises(InvalidArgumentError, match=f"a value of type {type(source).__name__} is not supported"):
        load(source, "", LIMIT)


def test_a_text_file_is_refused(path: Path) -> None:
    with path.open(encoding="latin-1") as file:
        for source in (StringIO("<a/>"), file):
            with pytest.raises(InvalidArgumentError, match="is open as text; open it for bytes"):
                load(cast("Any", source), "", LIMIT)


def test_a_file_that_cannot_be_read_is_named_with_its_reason(path: Path, tmp_path: Path) -> None:
    closed = path.open("rb")
    closed.close()
    with pytest.raises(InvalidArgumentError, match="The file is closed"):
        load(closed, "", LIMIT)
    with (tmp_path / "new").open("wb") as written, pytest.raises(InvalidArgumentError, match="open for writing only"):
        load(written, "", LIMIT)


def test_only_a_fault_that_may_pass_is_worth_a_retry() -> None:
    with pytest.raises(TemporaryFaultError) as passing:
        load(Failing(OSError(5, "Input/output error")), "", LIMIT)
    assert passing.value.retryable
    with pytest.raises(AccessRefusedError) as refused:
        load(Failing(PermissionError(13, "Permission denied")), "", LIMIT)
    assert refused.value.message == "You have no permission to read 'invoice.pdf'."
    assert not refused.value.retryable


@pytest.mark.parametrize("kind", ["named pipe", "device"])
def test_what_may_never_end_is_not_opened(kind: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    path = {"named pipe": str(tmp_path / "pipe"), "device": "/dev/zero"}[kind]
    with pytest.raises(DocumentNotFoundError) as raised:
        load(path, "", LIMIT)
    assert raised.value.message == f"{path} is a {kind}, not a file. Invoicy does not read it."


def test_a_name_in_no_encoding_has_a_replacement_sign(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"M\xfcller.xml")
    file.write_bytes(b"<a/>")
    assert load(file, "", LIMIT).document.name == "M\ufffdller.xml"
    assert load(file, "", 1).document.name == "M\ufffdller.xml"
