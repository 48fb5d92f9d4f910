"""UPN QR, the payment order printed on Slovenian invoices (Združenje bank Slovenije, "UPNQR")."""

from invoicy.pages.barcodes.elements import at, cents, clean, day, iban, lines_of
from invoicy.pages.barcodes.payment_order import PaymentOrder, ordered
from invoicy.pages.barcodes.statement import Statement


def parse(text: str, _content: bytes) -> Statement | None:
    """Parse UPNQR, payer (lines 2 to 8), cents, days, purpose, due date, account, reference and payee; one a line."""
    lines = lines_of(text)
    account = iban(at(lines, 14))
    if lines[0] != "UPNQR" or account is None:
        return None
    order = PaymentOrder(
        account=account,
        due=cents(at(lines, 8)),
        payee=clean(at(lines, 16)),
        payer=clean(at(lines, 5)),
        reference=clean(at(lines, 15)) or clean(at(lines, 12)),
        currency="EUR",
        due_date=day(at(lines, 13), "%d.%m.%Y"),
    )
    return ordered("UPN QR", order)
