"""UPN QR, the payment order printed on Slovenian invoices (Združenje bank Slovenije, "UPNQR")."""

from invoicy.model import Invoice
from invoicy.model.party import Buyer, Seller
from invoicy.model.totals import Totals
from invoicy.pages.qr.elements import at, cents, clean, day, iban, lines_of, transfer
from invoicy.pages.qr.said import Said

_CREDIT_TRANSFER = "30"


def parse(text: str, _content: bytes) -> Said | None:
    """UPNQR, payer (lines 2 to 8), cents, days, purpose, due date, account, reference and payee: an element a line."""
    lines = lines_of(text)
    account = iban(at(lines, 14))
    if lines[0] != "UPNQR" or account is None:
        return None
    due, name, payer = cents(at(lines, 8)), clean(at(lines, 16)), clean(at(lines, 5))
    reference = clean(at(lines, 15)) or clean(at(lines, 12))
    return Said(
        "UPN QR",
        Invoice(
            payment=transfer(account, name=name, reference=reference, means=_CREDIT_TRANSFER),
            totals=Totals(due=due) if due else None,
        ),
        Invoice(
            currency_code="EUR",
            due_date=day(at(lines, 13), "%d.%m.%Y"),
            seller=Seller(name=name) if name else None,
            buyer=Buyer(name=payer) if payer else None,
        ),
    )
