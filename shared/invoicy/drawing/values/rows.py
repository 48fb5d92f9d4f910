"""Rows of printed values: the values of an invoice line, VAT rate, allowance or charge are printed in one row."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from invoicy.drawing.values.printed_values import PrintedText, Row
from invoicy.pages.sources.page import Box
from invoicy.readings.reading import Evidence

_GROUP = re.compile(r"^/(?:lines|vat_breakdown|allowances|charges)/\d+(?=/)")
_MIN_TOGETHER = 2
_ROWS_BELOW = 4


def is_in_group(pointer: str) -> bool:
    """Test for a value of a line, VAT rate, allowance or charge."""
    return _GROUP.match(pointer) is not None


def in_rows(occurrences: Mapping[str, list[PrintedText]]) -> dict[str, Evidence]:
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
    if most < _MIN_TOGETHER:
        return None
    return min(row for row, count in counts.items() if count == most)


def _in_row(values: Mapping[str, list[PrintedText]], row: Row, end: Row) -> dict[str, Evidence]:
    """Place values in the rows from row up to end, without end.

    A printed text is used once: item names come first, line numbers last.
    """
    evidence: dict[str, Evidence] = {}
    used: set[Box] = set()
    name_at = -1.0
    for pointer in sorted(values, key=_turn):
        free = (text for text in values[pointer] if row <= text.row < end and text.box not in used)
        printed = _choice(pointer, sorted(free, key=_in_order), name_at)
        if printed is None:
            continue
        used.add(printed.box)
        evidence[pointer] = printed.evidence
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
