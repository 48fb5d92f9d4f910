"""The elements that all payloads are made of: amounts, days, texts, accounts. What is no such thing is None."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec

_AMOUNT = re.compile(r"-?\d{1,13}(?:[.,]\d{0,6})?")
_LINE_END = re.compile(r"\r\n|\n|\r")
_LONGEST = 300
_YEARS = range(1990, 2100)
_JSON = msgspec.json.Decoder(dict[str, Any], float_hook=Decimal)


def lines_of(text: str) -> list[str]:
    """Lines, whatever ends them."""
    return [line.strip() for line in _LINE_END.split(text)]


def at(lines: list[str], index: int) -> str:
    """The element at a place; empty where the payload ends before it."""
    return lines[index] if index < len(lines) else ""


def amount(value: object) -> Decimal | None:
    """An amount with a point or a comma before its decimals, as text or as a number of JSON."""
    if not isinstance(value, str | int | Decimal) or isinstance(value, bool):
        return None
    found = _AMOUNT.fullmatch(format(value, "f") if isinstance(value, Decimal) else str(value).strip())
    return Decimal(found.group().replace(",", ".").rstrip(".")) if found else None


def cents(text: str) -> Decimal | None:
    """An amount that is written in hundredths, without a mark; None where it is nothing."""
    return Decimal(text).scaleb(-2) if re.fullmatch(r"[0-9]{1,15}", text) and int(text) else None


def day(text: object, *forms: str) -> date | None:
    """A day written in the first of the forms (those of strptime) that fits."""
    for form in forms:
        try:
            found = datetime.strptime(str(text).strip(), form).date()  # noqa: DTZ007  a day, no moment
        except ValueError:
            continue
        return found if found.year in _YEARS else None
    return None


def clean(value: object) -> str | None:
    """Text in one line; None where nothing is left."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    printable = "".join(character if character.isprintable() else " " for character in str(value)[: 4 * _LONGEST])
    return " ".join(printable.split())[:_LONGEST] or None


def iban(text: str) -> str | None:
    """An IBAN with right check digits, without its spaces."""
    from stdnum import iban as numbers  # two modules, wanted only where an IBAN comes

    compact = "".join(text.split()).upper()
    return compact if compact.isascii() and numbers.is_valid(compact) else None


def json_object(text: str | bytes) -> Mapping[str, Any] | None:
    """An object of JSON, numbers with their digits."""
    try:
        return _JSON.decode(text)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ArithmeticError):
        return None
