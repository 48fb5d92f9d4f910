"""PDFium, one caller at a time: the library ends the process when two threads are in it at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

from invoicy.errors import UnreadableDocumentError

if TYPE_CHECKING:
    import pypdfium2

_one_at_a_time = RLock()


@contextmanager
def open_pdf(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The PDF, closed afterwards; other threads wait until then.

    Raises UnreadableDocumentError for a PDF that is encrypted or broken.
    """
    import pypdfium2  # 6 MB of shared library, wanted only where a PDF comes

    with _one_at_a_time:
        try:
            with pypdfium2.PdfDocument(content) as pdf:
                yield pdf
        except pypdfium2.PdfiumError as error:
            raise _unreadable(str(error)) from error


def _unreadable(reason: str) -> UnreadableDocumentError:
    if "password" in reason.lower():
        return UnreadableDocumentError(
            "INVOICY-ENCRYPTED", "The PDF is encrypted; ask the seller for a copy without a password."
        )
    return UnreadableDocumentError(
        "INVOICY-PDF-BROKEN", f"The PDF cannot be opened ({reason.rstrip('.')}); ask for another copy."
    )
