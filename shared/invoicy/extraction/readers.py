"""Chooses the reader of a document by its media type.

A kind of document without a reader is refused with its name and the advice in data/kinds.tsv. `read_xml` refuses an XML
of a syntax that comes later, which is in the table LATER in formats/registry.py.
"""

from functools import partial

from invoicy.documents.containers import CONTAINERS, Container, container_of
from invoicy.documents.document import Document
from invoicy.documents.kinds import PDF, XML, refusal_of
from invoicy.errors import UnreadableDocumentError
from invoicy.extraction.container import read_container
from invoicy.extraction.limits import refuse_outside_limits
from invoicy.extraction.pdf import read_pdf
from invoicy.extraction.result import ExtractionResult, Options, PartReader, Reader
from invoicy.extraction.xml import read_xml
from invoicy.readings.reading import Finding, Severity

READERS: tuple[tuple[str, Reader], ...] = (
    (XML, read_xml),
    (PDF, read_pdf),
)


def extract(
    document: Document, options: Options, *, depth: int = 0, containers: tuple[Container, ...] = CONTAINERS
) -> ExtractionResult:
    """Read the invoices of a document and of the documents inside it. Raises nothing.

    depth: number of documents around it. containers: the kinds of documents that are unpacked. A kind with a reader
    of its own, such as a PDF, is left to that reader.
    """
    read_part = partial(extract, options=options, depth=depth + 1, containers=containers)
    try:
        refuse_outside_limits(document, depth)
        return _read(document, options, read_part, container_of(document.media_type, containers))
    except UnreadableDocumentError as error:
        return _rejected(error.rule, error.message)


def _read(document: Document, options: Options, read_part: PartReader, container: Container | None) -> ExtractionResult:
    for media_type, reader in READERS:
        if media_type == document.media_type:
            return reader(document, options, read_part)
    if container is not None:
        return read_container(document, container, read_part)
    return _rejected(*refusal_of(document.media_type, document.content))


def _rejected(rule: str, message: str) -> ExtractionResult:
    return ExtractionResult(findings=(Finding(rule, Severity.FATAL, message),))
