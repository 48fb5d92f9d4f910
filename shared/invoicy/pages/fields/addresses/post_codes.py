"""Post codes with their towns, in the styles of data/post_codes.tsv."""

import re
from functools import cache

from msgspec import Struct

from invoicy import data
from invoicy.pages.fields.addresses.candidates import MAX_LINES, AddressPiece
from invoicy.pages.parsers.countries import country_code
from invoicy.pages.parsers.legal_forms import legal_form_end

LANDS = {"D": "DE", "A": "AT", "F": "FR", "B": "BE", "I": "IT", "L": "LU", "E": "ES", "S": "SE"}
"""Country code by the letter that is printed before a post code: D-50667 Köln."""
_CITY = r"(?P<city>[^\W\d_][^\d,;|·•:()@]*?(?:\s\d{1,2})?)"
_ISO = "AT|BE|BG|CH|CZ|DE|DK|EE|ES|FI|FR|GR|HR|HU|IS|IT|LI|LT|LU|LV|MD|NO|PT|RO|RS|SE|SI|SK"


class PrintedTown(Struct, frozen=True):
    """A post code with its town. index: of the piece that prints it. country: code by the style of the post code."""

    index: int
    match: re.Match[str]
    country: str


def town_in(pieces: list[AddressPiece]) -> PrintedTown | None:
    """Return the first town in the style that says most, or None.

    The last styles match streets as well (1234 Main Street), so a town does not begin the first piece.
    """
    for country, pattern in _styles():
        for index, piece in enumerate(pieces[:MAX_LINES]):
            match = pattern.search(piece.text)
            if match and match.groupdict().get("city") and (index or match.start()) and _is_town(match["city"]):
                return PrintedTown(index, match, country)
    return None


@cache
def _styles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return country, empty if the style is that of many, and pattern; the styles that say most first."""
    return tuple((country, _compiled(pattern)) for country, pattern in data.rows("post_codes.tsv"))


def _compiled(pattern: str) -> re.Pattern[str]:
    filled = pattern.replace("{city}", _CITY).replace("{land}", f"{_ISO}|{'|'.join(LANDS)}")
    return re.compile(rf"(?:^|[,;]\s*){filled}(?=\s*(?:[,;(|]|$))")


def _is_town(text: str) -> bool:
    return not legal_form_end(text) and not country_code(text)
