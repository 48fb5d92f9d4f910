"""Samples with their readings, read once for all tests of drawings."""

from functools import cache

from invoicy.documents.document import Document
from invoicy.extraction import read_document
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
def sample(name: str) -> tuple[Document, Reading]:
    """A sample and what read gives for it."""
    document = Document.of((SAMPLES / name).read_bytes(), name)
    return document, read_document(document)
