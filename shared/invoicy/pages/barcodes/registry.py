"""The forms of payload that are known."""

from collections.abc import Callable

from invoicy.pages.barcodes.payloads import (
    croatian,
    czech,
    epc,
    indian,
    json_codes,
    portuguese,
    saudi,
    serbian,
    slovak,
    slovenian,
    swiss,
    url_codes,
)
from invoicy.pages.barcodes.statement import Statement
from invoicy.pages.sources.page import Barcode

FAMILIES: tuple[Callable[[str, bytes], Statement | None], ...] = (
    epc.parse,
    swiss.parse,
    slovenian.parse,
    croatian.parse,
    czech.parse,
    serbian.parse,
    portuguese.parse,
    url_codes.parse,
    json_codes.parse,
    indian.parse,
    slovak.parse,
    saudi.parse,
)


def said_by(code: Barcode) -> Statement | None:
    """The terms that a code states of its invoice; None for a code of no known form: a link, a ticket."""
    text = code.text.removeprefix("\ufeff").lstrip()
    return next((said for parse in FAMILIES if (said := parse(text, code.content)) is not None), None)
