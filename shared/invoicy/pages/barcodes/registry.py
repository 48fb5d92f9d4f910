"""The known formats of barcodes on invoices."""

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


def statement_of(barcode: Barcode) -> Statement | None:
    """Return the terms that a barcode states; None for one of an unknown format, such as a link or a ticket."""
    text = barcode.text.removeprefix("\ufeff").lstrip()
    statements = (parse(text, barcode.content) for parse in FAMILIES)
    return next((statement for statement in statements if statement is not None), None)
