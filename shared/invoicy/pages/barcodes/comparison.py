"""Likeness of what a code and a page say: a page prints numbers, ids and names more loosely than a code."""

import re
from decimal import Decimal
from typing import Any

from invoicy.pages.lexicon.folding import fold

_LEAST_NUMBER, _LEAST_ID = 3, 6
_TAX_ENDINGS = re.compile(r"(?:mwst|tva|iva|vat|mva)$")
_SHARED_NAME = 0.5


def is_same(pointer: str, printed: Any, coded: Any) -> bool:
    """Two values at a pointer into the invoice."""
    if isinstance(printed, Decimal) and isinstance(coded, Decimal):
        return abs(printed) == abs(coded)  # a credit note may print its amounts with a minus
    if not (isinstance(printed, str) and isinstance(coded, str)):
        return bool(printed == coded)
    one, other = fold(printed), fold(coded)
    if one == other:
        return True
    if pointer.endswith("/vat_identifier"):
        return _ends_with(_TAX_ENDINGS.sub("", one), _TAX_ENDINGS.sub("", other), _LEAST_ID)
    if pointer == "/number":
        return _ends_with(one, other, _LEAST_NUMBER)
    return pointer.endswith("/name") and _is_same_name(printed, coded)


def _ends_with(one: str, other: str, least: int) -> bool:
    """DE123 and 123, FT 2026/4 and 2026/4, 0001 and 1."""
    short, long = sorted((one.lstrip("0"), other.lstrip("0")), key=len)
    return len(short) >= least and long.endswith(short)


def _is_same_name(one: str, other: str) -> bool:
    """Most words of the shorter name stand in the other; the legal form, the trade or the town may be left out."""
    mine, theirs = ({fold(word) for word in name.split()} - {""} for name in (one, other))
    shorter = min(len(mine), len(theirs))
    return bool(shorter) and len(mine & theirs) / shorter > _SHARED_NAME
