"""Places of an e-invoice's values on printed pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from msgspec import Struct

from invoicy.drawing.values.printed_values import PrintedText, PrintedValues, Row
from invoicy.drawing.values.terms import type_of, value_at
from invoicy.model import Invoice
from invoicy.model.leaves import leaves_of
from invoicy.pages.barcodes.comparison import is_same
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.sources.page import Box, PageText
from invoicy.readings.reading import Evidence, InvoiceReading

METHOD = "found on the page"
_GROUP = re.compile(r"^/(?:lines|vat_breakdown|allowances|charges)/\d+(?=/)")
_NOT_PRINTED = frozenset({"code", "time-code", "indicator", "binary", "type"})
_LONG_ENOUGH = 6
_LEAST_TOGETHER = 2
_ROWS_BELOW = 4


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
    evidence |= _in_rows({pointer: texts for pointer, texts in occurrences.items() if _GROUP.match(pointer)})
    for pointer, texts in occurrences.items():
        if pointer in evidence or pointer.startswith("/lines/"):
            continue
        if len(texts) == 1 or (texts and _is_long(leaves[pointer])):
            evidence[pointer] = _evidence(texts[0])
    return Places(evidence, tuple(pointer for pointer in leaves if pointer not in evidence))


def _may_be_printed(pointer: str, value: Any) -> bool:
    """Return True for a value to look for on pages: not a code, and not an amount of zero."""
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


def _in_rows(occurrences: Mapping[str, list[PrintedText]]) -> dict[str, Evidence]:
    """Place the values of each line, VAT rate, allowance and charge in the row that shows most of them.

    Values may also be in the next rows, up to the row of another group. A row belongs to one group only.
    """
    groups: dict[str, dict[str, list[PrintedText]]] = {}
    for pointer, texts in occurrences.items():
        group_match = _GROUP.match(pointer)
        groups.setdefault(group_match[0] if group_match else "", {})[pointer] = texts
    rows: dict[str, Row] = {}
    for group, values in groups.items():
        row = _best_row(values, set(rows.values()))
        if row is not None:
            rows[group] = row
    evidence: dict[str, Evidence] = {}
    for group, row in rows.items():
        next_row = min((other for other in rows.values() if other > row), default=(row[0], row[1] + _ROWS_BELOW))
        end = min(next_row, (row[0], row[1] + _ROWS_BELOW))
        evidence |= _in_row(groups[group], row, end)
    return evidence


def _best_row(values: Mapping[str, list[PrintedText]], taken: set[Row]) -> Row | None:
    counts: Counter[Row] = Counter()
    for texts in values.values():
        counts.update({printed.row for printed in texts} - taken)
    most = max(counts.values(), default=0)
    if most < _LEAST_TOGETHER:
        return None
    return min(row for row, count in counts.items() if count == most)


def _in_row(values: Mapping[str, list[PrintedText]], row: Row, end: Row) -> dict[str, Evidence]:
    """Place values in rows before end. A printed text is used once: item names come first, line numbers last."""
    evidence: dict[str, Evidence] = {}
    used: set[Box] = set()
    name_at = -1.0
    for pointer in sorted(values, key=_turn):
        free = (text for text in values[pointer] if row <= text.row < end and text.box not in used)
        printed = _choice(pointer, sorted(free, key=_in_order), name_at)
        if printed is None:
            continue
        used.add(printed.box)
        evidence[pointer] = _evidence(printed)
        if pointer.endswith("/item/name"):
            name_at = printed.box[0]
    return evidence


def _turn(pointer: str) -> int:
    if pointer.endswith("/item/name"):
        return 0
    return 2 if pointer.endswith("/identifier") else 1


def _in_order(printed: PrintedText) -> tuple[Row, float]:
    return printed.row, printed.box[0]


def _choice(pointer: str, texts: Sequence[PrintedText], name_at: float) -> PrintedText | None:
    """Choose the text of a value. A line's number is left of its name, its net amount is the last in the row."""
    if not texts:
        return None
    if pointer.endswith("/identifier"):
        return next((printed for printed in texts if printed.box[0] < name_at), None)
    if pointer.endswith("/net_amount"):
        return [printed for printed in texts if printed.row == texts[0].row][-1]
    return next((printed for printed in texts if printed.box[0] >= name_at), texts[0])


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(fold(value)) >= _LONG_ENOUGH


def _evidence(printed: PrintedText) -> Evidence:
    return Evidence(printed.row[0], printed.box, printed.text, METHOD, 1.0)
