"""Turns the operating system's errors about a path into InvoicyErrors with a sentence that explains them."""

import errno
from io import UnsupportedOperation

from invoicy.errors import (
    AccessRefusedError,
    DocumentNotFoundError,
    InvalidArgumentError,
    InvoicyError,
    TemporaryFaultError,
)

_MAX_LENGTH = 80  # characters of a path in a sentence: one line of a terminal


def fault_of(path: str, error: OSError | ValueError) -> InvoicyError:
    """Return the InvoicyError to raise for an error from opening or reading the path."""
    sentence = _wrong_path(path)
    if sentence:
        return InvalidArgumentError(sentence)
    if isinstance(error, OSError) and error.errno is not None:
        return _fault_of_number(path, error)
    if isinstance(error, UnicodeError):
        return InvalidArgumentError(f"A path cannot hold one of the characters of {_quoted(path)}.")
    if isinstance(error, UnsupportedOperation):
        return InvalidArgumentError('The file is open for writing only; open it for reading: open(path, "rb").')
    if "closed file" in str(error):
        return InvalidArgumentError("The file is closed; pass one that is open.")
    return InvalidArgumentError(f"The file cannot be read: {str(error).rstrip('.')}.")


def _wrong_path(path: str) -> str:
    """Return a sentence for a text that cannot be a path; empty for one that can."""
    if not path:
        return "The path is empty."
    if "\0" in path:
        return f"A path cannot hold a NUL character: {_quoted(_shortened(path.replace(chr(0), '␀')))}."
    if "://" in path:
        return f"{_quoted(path)} is an address. Invoicy does not fetch addresses; download the file first."
    return ""


def _fault_of_number(path: str, error: OSError) -> InvoicyError:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return DocumentNotFoundError(path)
        case errno.EISDIR:
            return DocumentNotFoundError(path, f"{_quoted(path)} is a folder; pass the path of a file in it.")
        case errno.ELOOP:
            return DocumentNotFoundError(path, f"{_quoted(path)} is a link that leads back to itself.")
        case errno.ENAMETOOLONG:
            return InvalidArgumentError(f"The path {_quoted(_shortened(path))} is longer than this file system allows.")
        case errno.EACCES | errno.EPERM:
            return AccessRefusedError(f"You have no permission to read {_quoted(path)}.")
        case _:
            return TemporaryFaultError(f"{_quoted(path)} cannot be read just now: {error.strerror}.")


def _quoted(path: str) -> str:
    return f"'{path}'"


def _shortened(path: str) -> str:
    """Return the beginning of a text that is too long or too odd to be a path."""
    return path if len(path) <= _MAX_LENGTH else f"{path[:_MAX_LENGTH]}…"
