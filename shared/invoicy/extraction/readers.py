"""The reader of each media type."""

from functools import partial

from invoicy.documents.document import Document
from invoicy.errors import UnreadableDocumentError
from invoicy.extraction.limits import refuse_outside_limits
from invoicy.extraction.mail import read_mail
from invoicy.extraction.options import Options
from invoicy.extraction.pdf import read_pdf
from invoicy.extraction.result import ExtractionResult, Reader
from invoicy.extraction.unsupported import refuse
from invoicy.extraction.xml import read_xml
from invoicy.readings.reading import Finding, Severity

ANY = "*/*"
READERS: tuple[tuple[str, Reader], ...] = (
    ("application/xml", read_xml),
    ("application/pdf", read_pdf),
    ("message/rfc822", read_mail),
    (ANY, refuse),
)


def extract(document: Document, options: Options, *, depth: int = 0) -> ExtractionResult:
    """Read the invoices of a document and of the documents inside it. Raises nothing.

    depth: number of documents around it.
    """
    read_part = partial(extract, options=options, depth=depth + 1)
    try:
        refuse_outside_limits(document, depth)
        return _reader_of(document.media_type)(document, options, read_part)
    except UnreadableDocumentError as error:
        return ExtractionResult(findings=(Finding(error.rule, Severity.FATAL, error.message),))


def _reader_of(media_type: str) -> Reader:
    return next(reader for known, reader in READERS if known in (media_type, ANY))
