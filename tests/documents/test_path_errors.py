"""Errors of the operating system become sentences about the path."""

import errno
import os
from io import UnsupportedOperation

import pytest

from invoicy.documents.path_errors import fault_of
from invoicy.errors import (
    AccessRefusedError,
    DocumentNotFoundError,
    InvalidArgumentError,
    InvoicyError,
    TemporaryFaultError,
)


def of_number(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOENT, DocumentNotFoundError, "a.xml"),
        (errno.ENOTDIR, DocumentNotFoundError, "a.xml"),
        (errno.EISDIR, DocumentNotFoundError, "is a folder"),
        (errno.ELOOP, DocumentNotFoundError, "leads back to itself"),
        (errno.ENAMETOOLONG, InvalidArgumentError, "longer than"),
        (errno.EACCES, AccessRefusedError, "no permission"),
        (errno.EIO, TemporaryFaultError, "just now"),
    ],
)
def test_each_error_has_its_kind_and_its_sentence(number: int, kind: type[InvoicyError], words: str) -> None:
    error = fault_of("a.xml", of_number(number))
    assert isinstance(error, kind)
    assert words in str(error)


@pytest.mark.parametrize(
    ("path", "words"),
    [("", "empty"), ("a\0b", "NUL"), ("https://a.example/i.pdf", "download the file first")],
)
def test_a_text_that_is_not_a_path_is_named(path: str, words: str) -> None:
    error = fault_of(path, of_number(errno.ENOENT))
    assert isinstance(error, InvalidArgumentError)
    assert words in str(error)


@pytest.mark.parametrize(
    ("raised", "words"),
    [
        (ValueError("I/O operation on closed file."), "is closed"),
        (UnsupportedOperation("not readable"), "for writing only"),
        (UnicodeEncodeError("ascii", "ü", 0, 1, "no"), "characters"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained(raised: ValueError, words: str) -> None:
    assert words in str(fault_of("a.xml", raised))
