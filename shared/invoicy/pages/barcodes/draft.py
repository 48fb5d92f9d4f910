"""The printed invoice while barcodes confirm, complete or contradict it."""

from msgspec import Struct

from invoicy.model import Invoice
from invoicy.readings.reading import Evidence, Finding


class Draft(Struct, frozen=True):
    """The invoice so far. evidence: by JSON Pointer. findings: values that a barcode contradicts."""

    invoice: Invoice
    evidence: dict[str, Evidence]
    findings: tuple[Finding, ...] = ()
