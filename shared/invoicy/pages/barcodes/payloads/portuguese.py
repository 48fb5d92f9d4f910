"""The code of a Portuguese invoice (Portaria 195/2020, with its ATCUD)."""

import re

from invoicy.model import Invoice
from invoicy.model.party import Buyer, Seller
from invoicy.model.totals import Totals
from invoicy.pages.barcodes.elements import amount, clean, day
from invoicy.pages.barcodes.statement import Statement

_TYPES = {"FT": "380", "FR": "380", "FS": "380", "NC": "381", "ND": "383"}
_ANYBODY = "999999990"
_NIF = re.compile(r"\d{9}", re.ASCII)


def parse(text: str, _content: bytes) -> Statement | None:
    """Parse A:seller*B:buyer*C:country*D:type*E:state*F:date*G:number*H:ATCUD*...*N:VAT*O:total*..."""
    keys = {
        key: value.strip() for key, mark, value in (part.partition(":") for part in text.strip().split("*")) if mark
    }
    if not _NIF.fullmatch(keys.get("A", "")) or not {"F", "G", "O"} <= keys.keys():
        return None
    return Statement(
        "ATCUD",
        Invoice(
            number=clean(keys["G"]),
            issue_date=day(keys["F"], "%Y%m%d"),
            type_code=_TYPES.get(keys.get("D", "")),
            seller=Seller(vat_identifier=keys["A"]),
            buyer=_buyer(keys.get("B", "")),
            totals=Totals(vat=amount(keys.get("N", "")), with_vat=amount(keys["O"])),
        ),
        Invoice(currency_code="EUR"),
    )


def _buyer(number: str) -> Buyer | None:
    return Buyer(vat_identifier=clean(number)) if number and number != _ANYBODY else None
