"""PDFium, one caller at a time: the library ends the process when two threads are in it at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

from invoicy.errors import UnreadableDocumentError

if TYPE_CHECKING:
    import pypdfium2

_END = b"%%EOF"
_NEAR_THE_END = 2048  # some programs write a little behind the end
_one_at_a_time = RLock()


@contextmanager
def open_pdf(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The PDF, closed afterwards; other threads wait until then.

    Raises UnreadableDocumentError for a PDF that is encrypted or broken.
    """
    from logging import ERROR, getLogger  # 3 ms that an XML need not wait for

    import pypdfium2  # 6 MB of shared library, wanted only where a PDF comes

    getLogger("pypdfium2").setLevel(ERROR)  # its warnings tell how to build PDFium, to somebody who reads an invoice
    with _one_at_a_time:
        try:
            with pypdfium2.PdfDocument(content) as pdf:
                yield pdf
        except pypdfium2.PdfiumError as error:
            raise _unreadable(str(error), content) from error


@contextmanager
def new_pdf() -> Iterator[pypdfium2.PdfDocument]:
    """An empty PDF to be filled, closed afterwards; other threads wait until then."""
    import pypdfium2  # 6 MB of shared library, wanted only where a PDF comes

    with _one_at_a_time, pypdfium2.PdfDocument.new() as pdf:
        yield pdf


def _unreadable(reason: str, content: bytes) -> UnreadableDocumentError:
    """The library's words tell the cases apart; the reader gets ours."""
    if "password" in reason.lower() or "security" in reason.lower():
        message = "The PDF is encrypted. Ask the seller for a copy without a password."
        return UnreadableDocumentError("INVOICY-ENCRYPTED", message)
    damage = "damaged" if _END in content[-_NEAR_THE_END:] else "cut off: its end is missing"
    return UnreadableDocumentError("INVOICY-PDF-BROKEN", f"The PDF is {damage}. Ask for another copy.")
