"""Reads the attachments of an e-mail. The text of the message is not read."""

from invoicy.documents.containers import parts_of
from invoicy.documents.document import Document
from invoicy.extraction.options import Options
from invoicy.extraction.parts import distinct, findings_of_parts, joined, name_of_part, read_each
from invoicy.extraction.result import ExtractionResult, PartReader
from invoicy.readings.reading import Finding, Severity

_MAX_NAMES = 5  # file names in one sentence


def read_mail(document: Document, _: Options, read_part: PartReader) -> ExtractionResult:
    """Join the invoices of all attachments, or report for each attachment why it has none."""
    parts = read_each(distinct(parts_of(document)), read_part)
    result = joined(parts)
    if result is not None:
        return result
    no_invoice = _no_invoice([part for part, _ in parts])
    return ExtractionResult(
        findings=(no_invoice, *findings_of_parts(parts, Severity.FATAL)),
        pdfs=tuple(pdf for _, result in parts for pdf in result.pdfs),
    )


def _no_invoice(parts: list[Document]) -> Finding:
    names = ", ".join(name_of_part(part) for part in parts[:_MAX_NAMES])
    more = f" and {len(parts) - _MAX_NAMES} more" if len(parts) > _MAX_NAMES else ""
    if not parts:
        message = (
            "The e-mail has no attachment. Invoicy does not read the text of a message: ask for the invoice as a file."
        )
    elif len(parts) == 1:
        message = f"The file attached to the e-mail is not an invoice that Invoicy can read: {names}."
    else:
        message = (
            f"None of the {len(parts)} files attached to the e-mail is an invoice that Invoicy can read: {names}{more}."
        )
    return Finding("INVOICY-NO-INVOICE", Severity.FATAL, message)
