"""Places of an e-invoice's values on pages that print them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from msgspec import Struct

from invoicy.drawing.values.printed_values import Printed, PrintedValues, Row
from invoicy.drawing.values.terms import type_of, value_at
from invoicy.model import Invoice
from invoicy.model.leaves import leaves_of
from invoicy.pages.barcodes.comparison import is_same
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.sources.page import Box, PageText
from invoicy.readings.reading import Evidence, InvoiceReading

FOUND = "found on the page"
_GROUP = re.compile(r"^/(?:lines|vat_breakdown|allowances|charges)/\d+(?=/)")
_NOT_PRINTED = frozenset({"code", "time-code", "indicator", "binary", "type"})
_LONG_ENOUGH = 6
_LEAST_TOGETHER = 2
_ROWS_BELOW = 4


class Places(Struct, frozen=True):
    """evidence: the place of each value that was found. unplaced: pointers of the others; codes are not looked for."""

    evidence: dict[str, Evidence]
    unplaced: tuple[str, ...]


def places_of(
    invoice: Invoice, pages: Sequence[PageText], printed: Sequence[InvoiceReading], disputed: Collection[str] = ()
) -> Places:
    """The places of the invoice's values on pages. printed: the invoices that the pages themselves were read as.

    disputed: pointers of values for which the pages show others; these are marked instead.

    The same value may be printed more than once. It is marked where the page was read as that term; the values of a
    line are marked together in one row; others only where they cannot be confused.
    """
    leaves = {pointer: value for pointer, value in leaves_of(invoice).items() if _may_be_printed(pointer, value)}
    evidence = _read_there(invoice, printed, disputed)
    print_on_pages = PrintedValues(pages)
    wanted = {
        pointer: print_on_pages.where(value, is_percentage=type_of(pointer) == "percentage")
        for pointer, value in leaves.items()
        if pointer not in evidence
    }
    evidence |= _in_rows({pointer: there for pointer, there in wanted.items() if _GROUP.match(pointer)})
    for pointer, there in wanted.items():
        if pointer in evidence or pointer.startswith("/lines/"):
            continue
        if len(there) == 1 or (there and _is_long(leaves[pointer])):
            evidence[pointer] = _evidence(there[0])
    return Places(evidence, tuple(pointer for pointer in leaves if pointer not in evidence))


def _may_be_printed(pointer: str, value: Any) -> bool:
    """Pages do not print codes; an amount of nothing is not worth a mark."""
    return type_of(pointer) not in _NOT_PRINTED and value != 0


def _read_there(invoice: Invoice, printed: Sequence[InvoiceReading], disputed: Collection[str]) -> dict[str, Evidence]:
    """Evidence of the page's own reading for values that it shares with the e-invoice, or disputes."""
    return {
        pointer: Evidence(place.page, place.box, place.text, FOUND, 1.0)
        for reading in printed
        for pointer, place in reading.evidence.items()
        if pointer in disputed or _is_shared(pointer, value_at(reading.invoice, pointer), value_at(invoice, pointer))
    }


def _is_shared(pointer: str, on_page: Any, electronic: Any) -> bool:
    return electronic is not None and is_same(pointer, on_page, electronic)


def _in_rows(wanted: Mapping[str, list[Printed]]) -> dict[str, Evidence]:
    """For each line (or rate, allowance, charge) the row that shows most of its values, each row once, and the rows
    below it as far as the next one's.
    """
    groups: dict[str, dict[str, list[Printed]]] = {}
    for pointer, there in wanted.items():
        group_match = _GROUP.match(pointer)
        groups.setdefault(group_match[0] if group_match else "", {})[pointer] = there
    rows: dict[str, Row] = {}
    for group, values in groups.items():
        row = _best_row(values, set(rows.values()))
        if row is not None:
            rows[group] = row
    evidence: dict[str, Evidence] = {}
    for group, row in rows.items():
        below = min((other for other in rows.values() if other > row), default=(row[0], row[1] + _ROWS_BELOW))
        end = min(below, (row[0], row[1] + _ROWS_BELOW))
        evidence |= _in_row(groups[group], row, end)
    return evidence


def _best_row(values: Mapping[str, list[Printed]], taken: set[Row]) -> Row | None:
    counts: Counter[Row] = Counter()
    for there in values.values():
        counts.update({printed.row for printed in there} - taken)
    most = max(counts.values(), default=0)
    if most < _LEAST_TOGETHER:
        return None
    return min(row for row, count in counts.items() if count == most)


def _in_row(values: Mapping[str, list[Printed]], row: Row, end: Row) -> dict[str, Evidence]:
    """Values from a row on to the end. Each printed one is taken by one term: names first, numbers of lines last."""
    evidence: dict[str, Evidence] = {}
    used: set[Box] = set()
    name_at = -1.0
    for pointer in sorted(values, key=_turn):
        here = sorted((p for p in values[pointer] if row <= p.row < end and p.box not in used), key=_in_order)
        printed = _choice(pointer, here, name_at)
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


def _in_order(printed: Printed) -> tuple[Row, float]:
    return printed.row, printed.box[0]


def _choice(pointer: str, here: Sequence[Printed], name_at: float) -> Printed | None:
    """A line's number is printed before its name, its net amount last in its row, other values behind the name."""
    if not here:
        return None
    if pointer.endswith("/identifier"):
        return next((printed for printed in here if printed.box[0] < name_at), None)
    if pointer.endswith("/net_amount"):
        return [printed for printed in here if printed.row == here[0].row][-1]
    return next((printed for printed in here if printed.box[0] >= name_at), here[0])


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(fold(value)) >= _LONG_ENOUGH


def _evidence(printed: Printed) -> Evidence:
    return Evidence(printed.row[0], printed.box, printed.text, FOUND, 1.0)
