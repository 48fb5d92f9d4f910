"""Reads the documents inside a container: the attachments of an e-mail, later the files in an archive."""

from invoicy.documents.containers import Container, parts_of
from invoicy.documents.document import Document
from invoicy.documents.kinds import kind_named
from invoicy.extraction.parts import findings_of_parts, joined_invoices, name_of_part, read_each, without_copies
from invoicy.extraction.result import ExtractionResult, PartReader
from invoicy.readings.reading import Finding, Severity

_MAX_NAMES = 5  # file names in one sentence


def read_container(document: Document, container: Container, read_part: PartReader) -> ExtractionResult:
    """Join the invoices of all documents in the container, or report for each of them why it has none."""
    parts = read_each(without_copies(parts_of(document, (container,))), read_part)
    result = joined_invoices(parts)
    if result is not None:
        return result
    no_invoice = _no_invoice(container, [part for part, _ in parts])
    return ExtractionResult(
        findings=(no_invoice, *findings_of_parts(parts, Severity.FATAL)),
        pdfs=tuple(pdf for _, result in parts for pdf in result.pdfs),
    )


def _no_invoice(container: Container, parts: list[Document]) -> Finding:
    noun = kind_named(container.media_type).name.partition(" ")[2]  # "an e-mail" without its article
    names = ", ".join(name_of_part(part) for part in parts[:_MAX_NAMES])
    more = f" and {len(parts) - _MAX_NAMES} more" if len(parts) > _MAX_NAMES else ""
    files = f"{container.where} the {noun} is"
    if not parts:
        message = f"The {noun} {container.empty}"
    elif len(parts) == 1:
        message = f"The file {files} not an invoice that Invoicy can read: {names}."
    else:
        message = f"None of the {len(parts)} files {files} an invoice that Invoicy can read: {names}{more}."
    return Finding("INVOICY-NO-INVOICE", Severity.FATAL, message)
