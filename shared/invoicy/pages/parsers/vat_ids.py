"""VAT identifiers and other tax numbers. The form of another country is one alternative of a pattern here."""

import re
from collections.abc import Iterator

from msgspec import Struct

_EU = (
    r"ATU\s?\d{8}|BE\s?[01]?\d{3}\.?\s?\d{3}\.?\s?\d{3}|BG\s?\d{9,10}|CY\s?\d{8}[A-Z]|CZ\s?\d{8,10}|DE\s?\d{3}\s?\d{3}\s?\d{3}|DK\s?\d{2}\s?\d{2}\s?\d{2}\s?\d{2}"
    r"|EE\s?\d{9}|(?:EL|GR)\s?\d{9}|ES\s?[A-Z0-9]-?\d{7}-?[A-Z0-9]|FI\s?\d{7}-?\d|FR\s?[A-Z0-9]{2}\s?\d{3}\s?\d{3}\s?\d{3}"
    r"|HR\s?\d{11}|HU\s?\d{8}|IE\s?\d[A-Z0-9+*]\d{5}[A-Z]{1,2}|IT\s?\d{11}|LT\s?(?:\d{12}|\d{9})|LU\s?\d{8}|LV\s?\d{11}"
    r"|MT\s?\d{8}|NL\s?\d{9}B\s?\d{2}|NL\s?\d{4}\.?\d{2}\.?\d{3}\.?B\.?\d{2}|PL\s?\d{10}|PL\s?\d{3}-\d{3}-\d{2}-\d{2}|PT\s?\d{9}|RO\s?\d{6,10}|SE\s?\d{10}\s?01|SE\s?\d{6}-\d{4}-?01|SI\s?\d{8}|SK\s?\d{10}"
    r"|GB\s?\d{3}\s?\d{4}\s?\d{2}|XI\s?\d{9}|NO\s?\d{9}\s?MVA|CHE[-\s]?\d{3}\.?\d{3}\.?\d{3}(?:\s?(?:MWST|TVA|IVA))?|EU\s?\d{9}"
)
_GSTIN = r"\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]Z[0-9A-Z]"
_VAT_ID = re.compile(rf"(?<![\w/-])(?:{_EU}|{_GSTIN})(?![\w])")
_AFTER_LABEL = re.compile(
    r"^[\s:：.#=(\-]*(?:(?:nr|n)[.:\s]+|no[.:]\s*)?(?P<id>(?:(?-i:[A-Z]{2,3})[\s-]?|[A-Z]-)?(?:[A-Z]{0,5}\d[A-Z\d]*|\d)(?:[\s.\-/]?(?:[A-Z]{0,3}\d[A-Z\d]*|[A-Z]{1,2}(?=$|\s*$)))*"
    r"(?:\s?(?:MVA|MWST|TVA|IVA)\b)?)",
    re.IGNORECASE,
)
# Letters and digits of tax numbers in the world's countries.
_LENGTHS = range(6, 21)

# State code, PAN, entity number, "Z" and check character of the Indian GSTIN.
_GSTIN_LENGTH = 15


class PrintedIdentifier(Struct, frozen=True):
    """A VAT identifier, tax number or IBAN at text[start:end].

    value: without blanks. is_valid: its check digits are right.
    """

    start: int
    end: int
    value: str
    is_valid: bool


def vat_ids_in(text: str) -> Iterator[PrintedIdentifier]:
    """Yield the identifiers with the prefix of a country, and the Indian GSTINs."""
    for match in _VAT_ID.finditer(text):
        value = re.sub(r"\s+", "", match.group())
        yield PrintedIdentifier(match.start(), match.end(), value, is_valid_vat_id(value))


def vat_id_at(text: str) -> PrintedIdentifier | None:
    """Return the tax number at the start of the text after a label; None if there are too few digits for one.

    It needs 6 to 20 letters and digits, at least half of them digits, or the form of a country.
    """
    match = _AFTER_LABEL.match(text)
    if not match:
        return None
    value = match["id"].strip(" .-/")
    compact = re.sub(r"[^A-Za-z0-9]", "", value)
    digits = sum(c.isdigit() for c in compact)
    if not _VAT_ID.fullmatch(compact) and (len(compact) not in _LENGTHS or digits * 2 < len(compact)):
        return None
    start = match.start("id")
    return PrintedIdentifier(start, start + len(value), re.sub(r"\s+", "", value), is_valid_vat_id(compact))


def is_vat_id(text: str) -> bool:
    """Test whether a text has the form of a VAT identifier."""
    return bool(_VAT_ID.fullmatch(text))


def is_valid_vat_id(value: str) -> bool:
    """Test whether the check digits are right. value: with the prefix of its country, or a GSTIN."""
    from stdnum import get_cc_module  # loads a module for each country, when an identifier of it comes

    country = value[:2].lower().replace("el", "gr")
    if value.upper().endswith("MVA"):
        country = "no"
    elif country.isdigit():
        country = "in"  # other numbers that begin with digits do not name their country
        value = value if len(value) == _GSTIN_LENGTH else ""
    module = get_cc_module(country, "vat")
    return bool(module and module.is_valid(value))
