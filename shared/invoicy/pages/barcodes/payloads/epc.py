"""EPC069-12, the European Payments Council's QR code for a SEPA credit transfer (GiroCode, "BCD")."""

from invoicy.pages.barcodes.elements import amount, at, clean, iban, lines_of
from invoicy.pages.barcodes.payment_order import SEPA_CREDIT_TRANSFER, PaymentOrder, ordered
from invoicy.pages.barcodes.statement import Statement

_CHARSETS = ("utf-8", "latin-1", "iso8859-2", "iso8859-4", "iso8859-5", "iso8859-7", "iso8859-10", "iso8859-15")


def parse(text: str, content: bytes) -> Statement | None:
    """Parse BCD, version, character set, SCT, BIC, name, IBAN, EUR and amount, purpose, reference, text; one a line."""
    if lines_of(text)[0] != "BCD":
        return None
    lines = lines_of(_decoded(text, content))
    account = iban(at(lines, 6))
    if account is None:
        return None
    due = amount(at(lines, 7).removeprefix("EUR")) if at(lines, 7).startswith("EUR") else None
    order = PaymentOrder(
        account=account,
        due=due,
        payee=clean(at(lines, 5)),
        bic=clean(at(lines, 4)),
        reference=clean(at(lines, 9)) or clean(at(lines, 10)),
        currency="EUR" if due else None,
        means=SEPA_CREDIT_TRANSFER,
    )
    return ordered("EPC", order)


def _decoded(text: str, content: bytes) -> str:
    """Decode by the character set in the third line; many programs state one and write UTF-8."""
    named = at(lines_of(text), 2)
    charset = _CHARSETS[int(named) - 1] if named in set("12345678") else "utf-8"
    for encoding in ("utf-8", charset):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return text
