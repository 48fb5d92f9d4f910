"""Documents inside a document: read each, join their invoices, and report why the others have none."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import structs

from invoicy.documents.document import Document
from invoicy.documents.kinds import XML
from invoicy.extraction.contradictions import joined_with_printed
from invoicy.extraction.result import ExtractionResult, PartReader
from invoicy.readings.reading import Finding, Severity
from invoicy.rules.checking import PRINTED

PartResult = tuple[Document, ExtractionResult]


def without_copies(parts: tuple[Document, ...]) -> tuple[Document, ...]:
    """Return each document once, in the order of its first copy."""
    return tuple({part.id: part for part in parts}.values())


def read_each(parts: Iterable[Document], read_part: PartReader) -> list[PartResult]:
    return [(part, read_part(part)) for part in parts]


def joined_invoices(parts: list[PartResult]) -> ExtractionResult | None:
    """Join the invoices of all parts. Returns None if no part has any.

    A page that shows an e-invoice of another part is compared with it and is not a second invoice.
    """
    electronic = [result for _, result in parts if result.invoices and result.syntax != PRINTED]
    printed = [result for _, result in parts if result.invoices and result.syntax == PRINTED]
    if not electronic and not printed:
        return None
    return ExtractionResult(
        (electronic or printed)[0].syntax,
        joined_with_printed(
            [invoice for result in electronic for invoice in result.invoices],
            [invoice for result in printed for invoice in result.invoices],
        ),
        findings_of_xml_parts(parts, Severity.INFORMATION),
        tuple(value for _, result in parts for value in result.unmapped),
        tuple(pdf for _, result in parts for pdf in result.pdfs),
    )


def findings_of_xml_parts(parts: list[PartResult], severity: Severity) -> tuple[Finding, ...]:
    """Return the findings of the XML files without an invoice. A picture or a letter beside the invoice needs none."""
    return findings_of_parts([(part, result) for part, result in parts if part.media_type == XML], severity)


def findings_of_parts(parts: list[PartResult], severity: Severity) -> tuple[Finding, ...]:
    """Return the findings of the parts without an invoice, each with the name of its part."""
    return tuple(
        structs.replace(finding, severity=severity, message=f"{name_of_part(part)}: {finding.message}")
        for part, result in parts
        if not result.invoices
        for finding in result.findings
    )


def name_of_part(part: Document) -> str:
    return part.name or "a part without a name"
