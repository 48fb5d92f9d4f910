"""The elements of all payloads: amounts, days, texts, accounts. Each parser returns None for an invalid element."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec

_AMOUNT = re.compile(r"-?\d{1,13}(?:[.,]\d{0,6})?")
_LINE_END = re.compile(r"\r\n|\n|\r")
_MAX_TEXT_LENGTH = 300  # characters of a text; set by hand, no text of a payment is longer
_YEARS = range(1990, 2100)  # other years are another element, read as a day
_JSON = msgspec.json.Decoder(dict[str, Any], float_hook=Decimal)


def lines_of(text: str) -> list[str]:
    """Return the lines of a payload that ends them with CR, LF or both."""
    return [line.strip() for line in _LINE_END.split(text)]


def at(lines: list[str], index: int) -> str:
    """Return the element at an index; empty if the payload ends before it."""
    return lines[index] if index < len(lines) else ""


def amount(value: object) -> Decimal | None:
    """Parse an amount with a point or a comma before its decimals, as text or as a number of JSON."""
    if not isinstance(value, str | int | Decimal) or isinstance(value, bool):
        return None
    match = _AMOUNT.fullmatch(format(value, "f") if isinstance(value, Decimal) else str(value).strip())
    return Decimal(match.group().replace(",", ".").rstrip(".")) if match else None


def cents(text: str) -> Decimal | None:
    """Parse an amount in hundredths, without a decimal mark; None if it is zero."""
    return Decimal(text).scaleb(-2) if re.fullmatch(r"[0-9]{1,15}", text) and int(text) else None


def day(text: object, *forms: str) -> date | None:
    """Parse a day by the first of the forms of strptime that fits."""
    for form in forms:
        try:
            parsed = datetime.strptime(str(text).strip(), form).date()  # noqa: DTZ007  a day has no time zone
        except ValueError:
            continue
        return parsed if parsed.year in _YEARS else None
    return None


def clean(value: object) -> str | None:
    """Return the text in one line; None if it is empty."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    printable = "".join(
        character if character.isprintable() else " " for character in str(value)[: 4 * _MAX_TEXT_LENGTH]
    )
    return " ".join(printable.split())[:_MAX_TEXT_LENGTH] or None


def iban(text: str) -> str | None:
    """Return an IBAN without its spaces; None if its check digits are wrong."""
    from stdnum import iban as numbers  # two modules, needed only for an IBAN

    compact = "".join(text.split()).upper()
    return compact if compact.isascii() and numbers.is_valid(compact) else None


def json_object(text: str | bytes) -> Mapping[str, Any] | None:
    """Parse an object of JSON; numbers keep their digits."""
    try:
        return _JSON.decode(text)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ArithmeticError):
        return None
