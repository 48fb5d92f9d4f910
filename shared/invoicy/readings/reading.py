"""The reading of a document: its invoices, where each value came from, findings, status."""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from invoicy.errors import InvalidReadingError
from invoicy.model import Invoice
from invoicy.model.conversion import decode_json
from invoicy.readings.reading_json import SCHEMA, encoded_json, sentence_for_invalid, sentence_for_schema


class Severity(StrEnum):
    """The severity of a finding. FATAL: a value or a sum cannot be relied on.

    >>> from invoicy import Severity
    >>> Severity("fatal") is Severity.FATAL, str(Severity.WARNING)
    (True, 'warning')
    """

    FATAL = "fatal"
    WARNING = "warning"
    INFORMATION = "information"


class Status(StrEnum):
    """The use that can be made of a reading.

    ACCEPTED: use it as it is. REVIEW: a person has to look at it first. REJECTED: no invoice could be read.

    >>> from invoicy import Status
    >>> Status("review") is Status.REVIEW, Status.ACCEPTED == "accepted"
    (True, True)
    """

    ACCEPTED = "accepted"
    REVIEW = "review"
    REJECTED = "rejected"


Rule = Annotated[str, Meta(description="id of the rule; ids of Invoicy's own rules start with INVOICY-")]
Pointer = Annotated[str, Meta(description="JSON Pointer into the invoice; empty for the invoice as a whole")]


class Finding(Struct, frozen=True):
    """A fault of an invoice or a document, or a fact about it that you should know.

    >>> from invoicy import Finding, Severity
    >>> finding = Finding("BR-02", Severity.FATAL, "The invoice number (BT-1) is missing.", "/number", ("BT-1",))
    >>> print(finding.severity, finding.rule, finding.message)
    fatal BR-02 The invoice number (BT-1) is missing.
    """

    rule: Rule
    severity: Annotated[Severity, Meta(description="How serious it is; fatal: a value or a sum cannot be relied on")]
    message: Annotated[str, Meta(description="One sentence for a person")]
    path: Pointer = ""
    terms: Annotated[tuple[str, ...], Meta(description="Business terms that it is about, such as BT-112")] = ()
    values: Annotated[tuple[str, ...], Meta(description="Values that it is about, as the source writes them")] = ()


class Unmapped(Struct, frozen=True):
    """A value of the source that the model has no place for."""

    path: Annotated[str, Meta(description="Place of the value in the source")]
    value: Annotated[str, Meta(description="The value as the source writes it")]


class Evidence(Struct, frozen=True):
    """The place of a value on a page.

    >>> from invoicy import Evidence
    >>> evidence = Evidence(page=1, box=(0.7, 0.1, 0.8, 0.12), text="F26-0408", method="label", confidence=0.97)
    >>> left, top, right, bottom = evidence.box  # shares of the page's width and height, from its top left corner
    >>> round(right * 210), "mm from the left edge of an A4 page"
    (168, 'mm from the left edge of an A4 page')
    """

    page: Annotated[int, Meta(description="Page of the document, from 1")]
    box: Annotated[
        tuple[float, float, float, float],
        Meta(description="Left, top, right, bottom in shares of the page as shown, from its top left corner"),
    ]
    text: Annotated[str, Meta(description="Text as printed")]
    method: Annotated[str, Meta(description="Way in which the value was found")]
    confidence: Annotated[float, Meta(description="Probability that the value is right, 0 to 1")]


class InvoiceReading(Struct, frozen=True):
    """One invoice of a document, with its own status and findings."""

    invoice: Annotated[Invoice, Meta(description="The invoice; a term that the document does not state is left out")]
    status: Annotated[Status, Meta(description="Status of this invoice")] = Status.ACCEPTED
    findings: Annotated[tuple[Finding, ...], Meta(description="Findings about this invoice")] = ()
    evidence: Annotated[
        dict[str, Evidence], Meta(description="Place of each value on a page, by JSON Pointer into the invoice")
    ] = {}
    unmapped: Annotated[tuple[Unmapped, ...], Meta(description="Values of this invoice without a business term")] = ()
    pages: Annotated[tuple[int, ...], Meta(description="Pages that show this invoice, from 1")] = ()


class Reading(Struct, frozen=True, kw_only=True):
    """The result of reading a document: a function of its bytes, the profile and the program's version alone.

    >>> from invoicy import read
    >>> reading = read(b"Dear Sir,", name="letter.txt")
    >>> reading.name, str(reading.status), reading.invoices
    ('letter.txt', 'rejected', ())
    """

    schema: Annotated[str, Meta(description="Schema of this reading", extra_json_schema={"const": SCHEMA})] = SCHEMA
    id: Annotated[
        str,
        Meta(description="SHA-256 of the document's bytes, in hex", extra_json_schema={"pattern": "^[0-9a-f]{64}$"}),
    ]
    name: Annotated[str, Meta(description="Name of the document, without folders")]
    media_type: Annotated[str, Meta(description="Media type of the document, found from its bytes")]
    syntax: Annotated[str, Meta(description="Syntax of the invoices, such as ubl, cii or printed")] = "unknown"
    status: Annotated[Status, Meta(description="The worst status of its invoices; rejected where there are none")]
    findings: Annotated[tuple[Finding, ...], Meta(description="Findings about the document as a whole")] = ()
    unmapped: Annotated[tuple[Unmapped, ...], Meta(description="Values of the document without a business term")] = ()
    invoices: Annotated[tuple[InvoiceReading, ...], Meta(description="The invoices, in the document's order")] = ()

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Return the findings about the document, then those about each of its invoices.

        >>> from invoicy import read
        >>> [finding.rule for finding in read(b"").all_findings]
        ['INVOICY-EMPTY-DOCUMENT']
        """
        return (*self.findings, *(finding for each in self.invoices for finding in each.findings))

    def to_json(self, *, indent: int | None = None) -> str:
        """Write the reading as JSON: amounts are strings with the source's digits, absent terms are left out.

        indent: spaces for each level; None for one line.

        >>> from invoicy import Reading, read
        >>> reading = read(b"", name="empty.pdf")
        >>> Reading.from_json(reading.to_json()) == reading
        True
        """
        encoded = encoded_json(self)
        return (encoded if indent is None else msgspec.json.format(encoded, indent=indent)).decode()

    @classmethod
    def from_json(cls, text: str | bytes) -> "Reading":
        """Load the reading that to_json wrote.

        Raises InvalidReadingError, which is also a msgspec.ValidationError, for any other text and for a reading of
        another schema.

        >>> from invoicy import InvalidReadingError, Reading
        >>> try:
        ...     Reading.from_json('{"schema": "invoicy/2"}')
        ... except InvalidReadingError as error:
        ...     print(error.message)
        This is JSON of the schema 'invoicy/2'; this version of Invoicy loads 'invoicy/1'.
        """
        try:
            reading = decode_json(text, cls)
        except (msgspec.DecodeError, UnicodeError) as error:
            raise InvalidReadingError(sentence_for_invalid(text, error)) from error
        if reading.schema != SCHEMA:
            raise InvalidReadingError(sentence_for_schema(reading.schema))
        return reading
