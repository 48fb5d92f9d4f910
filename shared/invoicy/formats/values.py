"""Converts the text of an XML leaf to a value of the model, by semantic data type."""

import re
from base64 import b64decode
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

Converter = Callable[[str], Any]

_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII).fullmatch
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d|T[\d:.]+(Z|[+-]\d\d:\d\d)?)?", re.ASCII).fullmatch
_COMPACT_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII).fullmatch
_UNTDID_2475_TO_2005 = {"5": "3", "29": "35", "72": "432"}
MAX_DIGITS = 100


def text(value: str) -> str:
    return value.strip()


def block(value: str) -> str:
    """Return the text unchanged: line breaks have a meaning in payment terms (XRechnung's Skonto lines)."""
    return value


def decimal(value: str) -> Decimal:
    """Parse an xs:decimal with all digits of the source, trailing zeros too. Raises ValueError for any other text."""
    value = value.strip()
    if len(value) > MAX_DIGITS or not _DECIMAL(value):
        raise ValueError(value)
    return Decimal(value)


def iso_date(value: str) -> date:
    """Parse an xs:date or the compact form of UNTDID 2379 code 102; a time zone or time of day is dropped."""
    value = value.strip()
    match = _ISO_DATE(value) or _COMPACT_DATE(value)
    if not match:
        raise ValueError(value)
    return date(int(match[1]), int(match[2]), int(match[3]))


def indicator(value: str) -> bool:
    folded = value.strip().lower()
    if folded not in {"true", "false", "1", "0"}:
        raise ValueError(value)
    return folded in {"true", "1"}


def binary(value: str) -> bytes:
    """Decode base64. Raises ValueError (binascii.Error) for any other text."""
    return b64decode("".join(value.split()), validate=True)


def vat_point_date_code(value: str) -> str:
    """Translate a UNTDID 2475 code of CII to the UNTDID 2005 code of the standard's term."""
    value = value.strip()
    return _UNTDID_2475_TO_2005.get(value, value)


CONVERTERS: dict[str, Converter] = {
    "id": text,
    "text": text,
    "note": text,
    "code": text,
    "identifier": text,
    "block": block,
    "time-code": text,
    "date": iso_date,
    "amount": decimal,
    "price": decimal,
    "quantity": decimal,
    "percentage": decimal,
    "binary": binary,
    "indicator": indicator,
}
