"""HUB 3, the payment order printed on Croatian invoices, mostly as PDF417 (Hrvatska udruga banaka, "HRVHUB30")."""

from invoicy.model import Invoice
from invoicy.model.party import Buyer, Seller
from invoicy.model.totals import Totals
from invoicy.pages.qr.elements import at, cents, clean, iban, lines_of, transfer
from invoicy.pages.qr.said import Said

_CREDIT_TRANSFER = "30"


def parse(text: str, _content: bytes) -> Said | None:
    """HRVHUB30, currency, cents, payer (3 lines), payee (3), account, model, reference, purpose: an element a line."""
    lines = lines_of(text)
    account = iban(at(lines, 9))
    if lines[0] != "HRVHUB30" or account is None:
        return None
    due, name, payer = cents(at(lines, 2)), clean(at(lines, 6)), clean(at(lines, 3))
    reference = clean(f"{at(lines, 10)} {at(lines, 11)}") or clean(at(lines, 13))
    return Said(
        "HUB 3",
        Invoice(
            payment=transfer(account, name=name, reference=reference, means=_CREDIT_TRANSFER),
            totals=Totals(due=due) if due else None,
        ),
        Invoice(
            currency_code=at(lines, 1) if at(lines, 1) in {"EUR", "HRK"} else None,
            seller=Seller(name=name) if name else None,
            buyer=Buyer(name=payer) if payer else None,
        ),
    )
