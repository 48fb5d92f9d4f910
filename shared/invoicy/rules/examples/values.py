"""Other values for a value of the valid invoice, likely mistakes first."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from invoicy.model.code_lists import codes

_STANDARD, _ZERO = "S", "Z"
_RATES = ("19", "18", "0")
_DAYS = (40, -40, 400, -20000)
_WORDS = ("XX", "384", "381", "0184", "0208", "VATEX-EU-G", "DE1", "#SKONTO", "EINDAGI", "##M.AR.K##", "1|2", "a@b")
_ADDED: tuple[Any, ...] = ("XX", "2020-01-01", "19", "1", {}, [{}], {"value": "1", "scheme": "XX"})
_ADDED_OF_KIND = {"text": "Reverse charge", "id": "DE136695976"}
_NUMBERS = frozenset({"amount", "price", "quantity", "percentage"})


def other_values(value: Any, kind: str) -> Iterator[Any]:
    """Values in place of a plain one. kind: its semantic data type, see terms.Term."""
    if isinstance(value, list):
        yield value * 2
    elif isinstance(value, str):
        yield from _others(value, kind)


def added_values(kind: str) -> Iterator[Any]:
    """Return values for an absent term."""
    yield from [_ADDED_OF_KIND[kind]] if kind in _ADDED_OF_KIND else ()
    yield from _ADDED


def _others(value: str, kind: str) -> Iterator[str]:
    if kind == "percentage":
        yield from _RATES
    if kind in _NUMBERS:
        number = Decimal(value)
        yield from (str(number + 10), str(-number), str(number + Decimal("0.125")), "0", "10000000000000")
    elif kind == "date":
        with suppress(ValueError):
            day = date.fromisoformat(value)
            yield from ((day + timedelta(days=days)).isoformat() for days in _DAYS)
    else:
        if value in codes("vat_category"):
            yield _ZERO if value == _STANDARD else _STANDARD
        yield from _WORDS
