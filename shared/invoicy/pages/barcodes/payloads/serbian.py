"""NBS IPS QR, the payment order printed on Serbian invoices (Narodna banka Srbije, "K:PR|V:01")."""

from invoicy.pages.barcodes.elements import amount, clean
from invoicy.pages.barcodes.payment_order import PaymentOrder, ordered
from invoicy.pages.barcodes.statement import Statement


def parse(text: str, _content: bytes) -> Statement | None:
    """Parse K:PR|V:01|C:1|R:account|N:payee|I:RSD1234,56|S:purpose|RO:reference."""
    if not text.startswith(("K:PR|", "K:PT|", "K:PK|")):
        return None
    keys = {key: value.strip() for key, mark, value in (part.partition(":") for part in text.split("|")) if mark}
    account = keys.get("R", "")
    if not (account.isascii() and account.isdigit() and len(account) == 18):
        return None
    payee, _, _ = keys.get("N", "").partition("\n")
    order = PaymentOrder(
        account=account,
        due=amount(keys.get("I", "")[3:]),
        payee=clean(payee),
        reference=clean(keys.get("RO", "")),
        currency=keys.get("I", "")[:3],
    )
    return ordered("NBS IPS QR", order)
