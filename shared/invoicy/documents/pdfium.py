"""PDFium for one thread at a time: the process crashes when two threads call it at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

from invoicy.errors import UnreadableDocumentError

if TYPE_CHECKING:
    import pypdfium2

_END = b"%%EOF"
_NEAR_THE_END = 2048  # some programs write a few bytes after the end
_one_at_a_time = RLock()


@contextmanager
def open_pdf(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF and close it afterwards; other threads wait until then.

    Raises UnreadableDocumentError for a PDF that is encrypted or broken.
    """
    from logging import ERROR, getLogger  # loading it takes 3 ms, which an XML does not need

    import pypdfium2  # a shared library of 6 MB, needed only for a PDF

    getLogger("pypdfium2").setLevel(ERROR)  # its warnings are about building PDFium, not about the document
    with _one_at_a_time, pdfium_errors(content), pypdfium2.PdfDocument(content) as pdf:
        yield pdf


@contextmanager
def pdfium_errors(content: bytes) -> Iterator[None]:
    """Raise UnreadableDocumentError where PDFium cannot read a part of the PDF."""
    import pypdfium2

    try:
        yield
    except pypdfium2.PdfiumError as error:
        raise _unreadable(str(error), content) from error


@contextmanager
def new_pdf() -> Iterator[pypdfium2.PdfDocument]:
    """Make an empty PDF and close it afterwards; other threads wait until then."""
    import pypdfium2  # a shared library of 6 MB, needed only for a PDF

    with _one_at_a_time, pypdfium2.PdfDocument.new() as pdf:
        yield pdf


def _unreadable(reason: str, content: bytes) -> UnreadableDocumentError:
    """Return the error for PDFium's message, with a sentence of its own for each case."""
    if "password" in reason.lower() or "security" in reason.lower():
        message = "The PDF is encrypted. Ask the seller for a copy without a password."
        return UnreadableDocumentError("INVOICY-ENCRYPTED", message)
    damage = "damaged" if _END in content[-_NEAR_THE_END:] else "cut off: its end is missing"
    return UnreadableDocumentError("INVOICY-PDF-BROKEN", f"The PDF is {damage}. Ask for another copy.")
