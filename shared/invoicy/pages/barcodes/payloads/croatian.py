"""HUB 3, the payment order printed on Croatian invoices, mostly as PDF417 (Hrvatska udruga banaka, "HRVHUB30")."""

from invoicy.pages.barcodes.elements import at, cents, clean, iban, lines_of
from invoicy.pages.barcodes.payment_order import PaymentOrder, ordered
from invoicy.pages.barcodes.statement import Statement


def parse(text: str, _content: bytes) -> Statement | None:
    """Parse HRVHUB30, currency, cents, payer (3 lines), payee (3), account, model, reference, purpose; one a line."""
    lines = lines_of(text)
    account = iban(at(lines, 9))
    if lines[0] != "HRVHUB30" or account is None:
        return None
    order = PaymentOrder(
        account=account,
        due=cents(at(lines, 2)),
        payee=clean(at(lines, 6)),
        payer=clean(at(lines, 3)),
        reference=clean(f"{at(lines, 10)} {at(lines, 11)}") or clean(at(lines, 13)),
        currency=at(lines, 1),
    )
    return ordered("HUB 3", order)
