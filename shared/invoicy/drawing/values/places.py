"""Places of an e-invoice's values on printed pages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct

from invoicy.drawing.values.printed_values import METHOD, PrintedValues
from invoicy.drawing.values.rows import in_rows, is_in_group
from invoicy.drawing.values.terms import type_of, value_at
from invoicy.model import Invoice
from invoicy.model.leaves import leaves_of
from invoicy.pages.barcodes.comparison import is_same
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.sources.page import PageText
from invoicy.readings.reading import Evidence, InvoiceReading

_NOT_PRINTED = frozenset({"code", "time-code", "indicator", "binary", "type"})
_LONG_ENOUGH = 6


class Places(Struct, frozen=True):
    """Places of values. evidence: the place of each printed value. unplaced: pointers of the others, except codes."""

    evidence: dict[str, Evidence]
    unplaced: tuple[str, ...]


def places_of(
    invoice: Invoice, pages: Sequence[PageText], printed: Sequence[InvoiceReading], disputed: Collection[str] = ()
) -> Places:
    """Find the places of an e-invoice's values on its pages.

    printed: the invoices read from these pages. disputed: pointers of values that differ on the page; the differing
    values are marked.

    The same value may be printed more than once. Its place is where the page was read as this term. The values of a
    line are placed in one row. Other values are placed only if they are printed once or are long.
    """
    leaves = {pointer: value for pointer, value in leaves_of(invoice).items() if _may_be_printed(pointer, value)}
    evidence = _read_from_pages(invoice, printed, disputed)
    printed_values = PrintedValues(pages)
    occurrences = {
        pointer: printed_values.where(value, is_percentage=type_of(pointer) == "percentage")
        for pointer, value in leaves.items()
        if pointer not in evidence
    }
    evidence |= in_rows({pointer: texts for pointer, texts in occurrences.items() if is_in_group(pointer)})
    for pointer, texts in occurrences.items():
        if pointer in evidence or pointer.startswith("/lines/"):
            continue
        if len(texts) == 1 or (texts and _is_long(leaves[pointer])):
            evidence[pointer] = texts[0].evidence
    return Places(evidence, tuple(pointer for pointer in leaves if pointer not in evidence))


def _may_be_printed(pointer: str, value: Any) -> bool:
    """Test for a value to look for on pages: not a code, and not an amount of zero."""
    return type_of(pointer) not in _NOT_PRINTED and value != 0


def _read_from_pages(
    invoice: Invoice, printed: Sequence[InvoiceReading], disputed: Collection[str]
) -> dict[str, Evidence]:
    """Return the evidence of the page's reading for values that are equal in the e-invoice, or disputed."""
    return {
        pointer: Evidence(place.page, place.box, place.text, METHOD, 1.0)
        for reading in printed
        for pointer, place in reading.evidence.items()
        if pointer in disputed or _is_shared(pointer, value_at(reading.invoice, pointer), value_at(invoice, pointer))
    }


def _is_shared(pointer: str, on_page: Any, electronic: Any) -> bool:
    return electronic is not None and is_same(pointer, on_page, electronic)


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(fold(value)) >= _LONG_ENOUGH
