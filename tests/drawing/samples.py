"""Samples with their readings, read once for all tests of drawings."""

from functools import cache

from invoicy.documents.document import Document
from invoicy.extraction import PdfFile, read_with_pdfs
from invoicy.readings.reading import Reading
from tests.requirements import SAMPLES

PAGES = (
    "hybrid-facturx-en16931.pdf",
    "hybrid-facturx-extended.pdf",
    "hybrid-zugferd1.pdf",
    "mail.eml",
    "printed-french.pdf",
    "printed-german.pdf",
    "printed-polish.pdf",
    "printed-us.pdf",
    "two-invoices.pdf",
)


@cache
def sample(name: str) -> tuple[Reading, tuple[PdfFile, ...]]:
    """The reading of a sample, and the PDFs whose pages were read for it."""
    return read_with_pdfs(Document.of((SAMPLES / name).read_bytes(), name))
