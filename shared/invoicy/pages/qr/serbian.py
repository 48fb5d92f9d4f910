"""NBS IPS QR, the payment order printed on Serbian invoices (Narodna banka Srbije, "K:PR|V:01")."""

from invoicy.model import Invoice
from invoicy.model.party import Seller
from invoicy.model.totals import Totals
from invoicy.pages.qr.elements import amount, clean, transfer
from invoicy.pages.qr.said import Said

_CREDIT_TRANSFER = "30"


def parse(text: str, _content: bytes) -> Said | None:
    """K:PR|V:01|C:1|R:account|N:payee|I:RSD1234,56|S:purpose|RO:reference."""
    if not text.startswith(("K:PR|", "K:PT|", "K:PK|")):
        return None
    keys = {key: value.strip() for key, mark, value in (part.partition(":") for part in text.split("|")) if mark}
    account = keys.get("R", "")
    if not (account.isascii() and account.isdigit() and len(account) == 18):
        return None
    currency, due = keys.get("I", "")[:3], amount(keys.get("I", "")[3:])
    name = clean(keys.get("N", "").splitlines()[0]) if keys.get("N") else None
    return Said(
        "NBS IPS QR",
        Invoice(
            payment=transfer(account, name=name, reference=clean(keys.get("RO", "")), means=_CREDIT_TRANSFER),
            totals=Totals(due=due) if due else None,
        ),
        Invoice(
            currency_code=currency if currency.isalpha() and len(currency) == 3 else None,
            seller=Seller(name=name) if name else None,
        ),
    )
