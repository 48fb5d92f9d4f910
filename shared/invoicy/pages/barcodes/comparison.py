"""Compares values of a barcode and of a page, which prints numbers, identifiers and names more loosely."""

import re
from decimal import Decimal
from typing import Any

from invoicy.pages.lexicon.folding import fold

# Letters that two invoice numbers must share at their end, set by hand: shorter ends are the same by chance.
_MIN_NUMBER_LETTERS = 3
# The same for two VAT identifiers, which have more letters.
_MIN_IDENTIFIER_LETTERS = 6
_TAX_ENDINGS = re.compile(r"(?:mwst|tva|iva|vat|mva)$")
_MIN_SHARED_WORDS = 0.5  # share of the shorter name's words: its core, without legal form, trade or town


def is_same(pointer: str, printed: Any, coded: Any) -> bool:
    """Test whether a printed and a coded value at a JSON Pointer into the invoice are the same."""
    if isinstance(printed, Decimal) and isinstance(coded, Decimal):
        return abs(printed) == abs(coded)  # a credit note may print its amounts with a minus
    if not (isinstance(printed, str) and isinstance(coded, str)):
        return bool(printed == coded)
    first, second = fold(printed), fold(coded)
    if first == second:
        return True
    if pointer.endswith("/vat_identifier"):
        return _have_same_end(_TAX_ENDINGS.sub("", first), _TAX_ENDINGS.sub("", second), _MIN_IDENTIFIER_LETTERS)
    if pointer == "/number":
        return _have_same_end(first, second, _MIN_NUMBER_LETTERS)
    return pointer.endswith("/name") and _is_same_name(printed, coded)


def _have_same_end(first: str, second: str, min_letters: int) -> bool:
    """Test whether one ends with the other, without leading zeros: FT 2026/4 and 2026/4, 0001 and 1."""
    short, long = sorted((first.lstrip("0"), second.lstrip("0")), key=len)
    return len(short) >= min_letters and long.endswith(short)


def _is_same_name(first: str, second: str) -> bool:
    """Test whether most words of the shorter name are in the other one."""
    words, others = ({fold(word) for word in name.split()} - {""} for name in (first, second))
    shorter = min(len(words), len(others))
    return bool(shorter) and len(words & others) / shorter > _MIN_SHARED_WORDS
