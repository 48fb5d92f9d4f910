"""Czech codes: SPAYD, a payment order ("SPD*1.0"); QR Faktura, the invoice itself ("SID*1.0"); one in the other."""

from decimal import Decimal
from urllib.parse import unquote

from invoicy.model import Invoice
from invoicy.model.party import Buyer, Seller
from invoicy.model.payment import PaymentInstructions
from invoicy.model.totals import Totals
from invoicy.pages.barcodes.elements import amount, clean, day, iban
from invoicy.pages.barcodes.payment_order import PaymentOrder, transfer
from invoicy.pages.barcodes.statement import Statement

_DAY = "%Y%m%d"
Keys = dict[str, str]


def parse(text: str, _content: bytes) -> Statement | None:
    """Parse KEY:value pairs separated by stars; values may be percent-encoded."""
    prefix, version, *parts = [*text.strip().split("*"), "", ""]
    if prefix not in {"SPD", "SID"} or not version[:1].isdigit():
        return None
    keys = _keys(parts)
    inner = keys.get("X-INV", "") if prefix == "SPD" else keys.get("X-SPD", "")
    other = _keys(inner.split("*")[2:]) if inner[:3] in {"SPD", "SID"} else {}
    order, bill = (keys, other) if prefix == "SPD" else (other, keys)
    return _statement({**bill, **order}, bill)


def _keys(parts: list[str]) -> Keys:
    pairs = (part.partition(":") for part in parts)
    return {key.strip().upper(): unquote(value).strip() for key, mark, value in pairs if mark}


def _statement(order: Keys, bill: Keys) -> Statement:
    currency = order.get("CC", "CZK" if bill else "")
    due, name = amount(order.get("AM", "")), clean(order.get("RN", ""))
    return Statement(
        "QR Faktura" if bill else "SPAYD",
        Invoice(
            number=clean(bill.get("ID", "")),
            issue_date=day(bill.get("DD", ""), _DAY),
            seller=_seller(None, bill.get("VII", "")),
            buyer=_buyer(bill.get("VIR", "")),
            payment=_payment(order, name),
            totals=Totals(due=due or None, vat=_vat(bill)),
        ),
        Invoice(
            currency_code=currency if len(currency) == 3 and currency.isalpha() else None,
            due_date=day(order.get("DT", ""), _DAY),
            seller=_seller(name, ""),
        ),
    )


def _payment(order: Keys, name: str | None) -> PaymentInstructions | None:
    """Return the payment. A BIC may follow the account after a plus; the variable symbol identifies the payment."""
    account, _, bic = order.get("ACC", "").partition("+")
    reference = clean(order.get("X-VS", "")) or clean(order.get("VS", "")) or clean(order.get("MSG", ""))
    known = iban(account)
    return transfer(PaymentOrder(account=known, payee=name, bic=clean(bic), reference=reference)) if known else None


def _vat(bill: Keys) -> Decimal | None:
    """Return the VAT of the three rates together. It is in koruna, in any currency of the invoice."""
    amounts = [value for key in ("T0", "T1", "T2") if (value := amount(bill.get(key, ""))) is not None]
    return sum(amounts, Decimal(0)) if amounts and bill.get("CC", "CZK") == "CZK" else None


def _seller(name: str | None, vat_identifier: str) -> Seller | None:
    return Seller(name=name, vat_identifier=clean(vat_identifier)) if name or vat_identifier else None


def _buyer(vat_identifier: str) -> Buyer | None:
    return Buyer(vat_identifier=clean(vat_identifier)) if vat_identifier else None
