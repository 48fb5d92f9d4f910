"""What reading a document gave: invoices, where each value came from, findings, status."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct

from invoicy.conversion import decode_json
from invoicy.model import Invoice

SCHEMA = "invoicy/1"


class Severity(StrEnum):
    """How much a finding weighs; fatal means that the value or the sum cannot be relied on."""

    FATAL = "fatal"
    WARNING = "warning"
    INFORMATION = "information"


class Status(StrEnum):
    """What may be done with the result without a person looking at it."""

    ACCEPTED = "accepted"
    REVIEW = "review"
    REJECTED = "rejected"


_WORST_FIRST = (Status.REJECTED, Status.REVIEW, Status.ACCEPTED)


class Finding(Struct, frozen=True):
    """Something a reader of the invoice should know. path is a JSON Pointer into the invoice."""

    rule: str
    severity: Severity
    message: str
    path: str = ""
    terms: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


class Unmapped(Struct, frozen=True):
    """A value of the source that the model has no place for; path is the place in the source."""

    path: str
    value: str


class Evidence(Struct, frozen=True):
    """Where a value stands on a page: page from 1, box in shares of the page as shown, origin top left."""

    page: int
    box: tuple[float, float, float, float]
    text: str
    method: str
    confidence: float


class InvoiceReading(Struct, frozen=True):
    """One invoice of a document. evidence is keyed by JSON Pointer into the invoice; pages count from 1."""

    invoice: Invoice
    status: Status = Status.ACCEPTED
    findings: tuple[Finding, ...] = ()
    evidence: dict[str, Evidence] = {}
    unmapped: tuple[Unmapped, ...] = ()
    pages: tuple[int, ...] = ()


class Reading(Struct, frozen=True, kw_only=True):
    """What a document gave. Depends on its bytes, the profile and the program's version, on nothing else."""

    schema: str = SCHEMA
    id: str
    name: str
    media_type: str
    syntax: str = "unknown"
    status: Status
    findings: tuple[Finding, ...] = ()
    unmapped: tuple[Unmapped, ...] = ()
    invoices: tuple[InvoiceReading, ...] = ()

    def to_json(self, *, indent: int | None = None) -> str:
        """JSON of the published schema: amounts as strings with the source's digits, absent terms left out."""
        encoded = msgspec.json.encode(_plain(msgspec.to_builtins(self, builtin_types=(Decimal,))))
        return (encoded if indent is None else msgspec.json.format(encoded, indent=indent)).decode()

    @classmethod
    def from_json(cls, text: str | bytes) -> "Reading":
        """Inverse of to_json. Raises msgspec.ValidationError when the text is no reading."""
        return decode_json(text, cls)


def status_of(findings: Iterable[Finding]) -> Status:
    """Review when any finding is fatal, accepted otherwise."""
    return Status.REVIEW if any(f.severity is Severity.FATAL for f in findings) else Status.ACCEPTED


def worst(statuses: Iterable[Status]) -> Status:
    """The worst of the statuses; rejected when there is none."""
    return min(statuses, key=_WORST_FIRST.index, default=Status.REJECTED)


def _plain(value: Any) -> Any:
    """Decimals in plain notation: str() would print 0E-8 for a price of 0.00000000."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
