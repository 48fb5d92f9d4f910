"""The code of a Saudi e-invoice (ZATCA, Fatoora): base 64 of tag, length and value."""

import base64
import binascii

from invoicy.model import Invoice
from invoicy.model.party import Seller
from invoicy.model.totals import Totals
from invoicy.pages.barcodes.elements import amount, clean, day
from invoicy.pages.barcodes.statement import Statement

_NAME, _VAT_NUMBER, _MOMENT, _WITH_VAT, _VAT = 1, 2, 3, 4, 5
_VAT_NUMBER_DIGITS = 15  # of every Saudi VAT number


def parse(text: str, _content: bytes) -> Statement | None:
    """Parse tags 1 to 5: the seller's name and VAT number, the moment of issue, the total with VAT and the VAT."""
    values = _values(text.strip())
    number = values.get(_VAT_NUMBER, "")
    if not (len(number) == _VAT_NUMBER_DIGITS and number.isascii() and number.isdigit()):
        return None
    name = clean(values.get(_NAME, ""))
    return Statement(
        "ZATCA",
        Invoice(
            issue_date=day(values.get(_MOMENT, "").replace("/", "-")[:10], "%Y-%m-%d", "%d-%m-%Y"),
            seller=Seller(vat_identifier=number),
            totals=Totals(with_vat=amount(values.get(_WITH_VAT, "")), vat=amount(values.get(_VAT, ""))),
        ),
        Invoice(currency_code="SAR", seller=Seller(name=name) if name else None),
    )


def _values(text: str) -> dict[int, str]:
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return {}
    values, start = {}, 0
    while start + 2 <= len(content):
        tag, end = content[start], start + 2 + content[start + 1]
        values[tag] = content[start + 2 : end].decode("utf-8", "replace").strip()
        start = end
    return values
