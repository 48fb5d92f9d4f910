"""EPC069-12, the European Payments Council's QR code for a SEPA credit transfer (GiroCode, "BCD")."""

from invoicy.model import Invoice
from invoicy.model.party import Seller
from invoicy.model.totals import Totals
from invoicy.pages.qr.elements import amount, at, clean, iban, lines_of, transfer
from invoicy.pages.qr.said import Said

_CHARSETS = ("utf-8", "latin-1", "iso8859-2", "iso8859-4", "iso8859-5", "iso8859-7", "iso8859-10", "iso8859-15")
_SEPA = "58"


def parse(text: str, content: bytes) -> Said | None:
    """BCD, version, character set, SCT, BIC, name, IBAN, EUR and amount, purpose, reference, text: a line each."""
    if lines_of(text)[0] != "BCD":
        return None
    lines = lines_of(_decoded(text, content))
    account, name = iban(at(lines, 6)), clean(at(lines, 5))
    if account is None:
        return None
    reference = clean(at(lines, 9)) or clean(at(lines, 10))
    bic = clean(at(lines, 4))
    due = amount(at(lines, 7).removeprefix("EUR")) if at(lines, 7).startswith("EUR") else None
    return Said(
        "EPC",
        Invoice(
            payment=transfer(account, name=name, bic=bic, reference=reference, means=_SEPA),
            totals=Totals(due=due) if due else None,
        ),
        Invoice(currency_code="EUR" if due else None, seller=Seller(name=name) if name else None),
    )


def _decoded(text: str, content: bytes) -> str:
    """In the character set that the third line names; many writers name one and write UTF-8."""
    named = at(lines_of(text), 2)
    charset = _CHARSETS[int(named) - 1] if named in set("12345678") else "utf-8"
    for one in ("utf-8", charset):
        try:
            return content.decode(one)
        except UnicodeDecodeError:
            continue
    return text
