"""The Swiss QR-bill ("SPC", Swiss Implementation Guidelines QR-bill 2.x) with Swico's billing information (S1)."""

import re
from datetime import date, timedelta
from decimal import Decimal

from invoicy.model import Invoice
from invoicy.model.party import Buyer, BuyerAddress, Seller, SellerAddress
from invoicy.model.payment import PaymentDiscount
from invoicy.model.totals import Totals, VatBreakdown
from invoicy.pages.barcodes.elements import amount, at, clean, day, iban, lines_of
from invoicy.pages.barcodes.payment_order import PaymentOrder, transfer
from invoicy.pages.barcodes.statement import Statement

_CREDITOR, _AMOUNT, _CURRENCY, _DEBTOR = 4, 18, 19, 20
_REFERENCE_TYPE, _REFERENCE, _MESSAGE, _BILLING = 27, 28, 29, 31
_TOWN = re.compile(r"(?:[A-Z]{1,2}-)?(\d{4,6})\s+(.+)")
_MAX_DAYS = 400  # payment terms are a year at most; more is another number


def parse(text: str, _content: bytes) -> Statement | None:
    """Parse SPC, 0200, 1, account, creditor, ultimate creditor, amount, currency, debtor, reference; one a line."""
    lines = lines_of(text)
    account = iban(at(lines, 3))
    if lines[0] != "SPC" or not at(lines, 1).startswith("02") or account is None:
        return None
    reference = None if at(lines, _REFERENCE_TYPE) == "NON" else clean(at(lines, _REFERENCE))
    message = clean(at(lines, _MESSAGE))
    due, name = amount(at(lines, _AMOUNT)), clean(at(lines, _CREDITOR + 1))
    currency = at(lines, _CURRENCY) if at(lines, _CURRENCY) in {"CHF", "EUR"} else None
    billed = _billing(at(lines, _BILLING))
    number, issued = clean(billed.get("10", "")), day(billed.get("11", ""), "%y%m%d")
    return Statement(
        "Swiss QR-bill",
        Invoice(
            number=number,
            issue_date=issued,
            seller=_registered(billed.get("30", "")),
            payment=transfer(PaymentOrder(account=account, payee=name, reference=reference or message)),
            totals=Totals(due=due) if due else None,
        ),
        Invoice(
            currency_code=currency,
            due_date=_due_date(billed.get("40", ""), issued),
            buyer_reference=clean(billed.get("20", "")),
            seller=_seller(lines),
            buyer=_buyer(lines),
            vat_breakdown=_rates(billed.get("32", "")),
            payment_discounts=_discounts(billed.get("40", "")),
        ),
    )


def _seller(lines: list[str]) -> Seller | None:
    name = clean(at(lines, _CREDITOR + 1))
    return Seller(name=name, address=SellerAddress(**_address(lines, _CREDITOR))) if name else None


def _buyer(lines: list[str]) -> Buyer | None:
    name = clean(at(lines, _DEBTOR + 1))
    return Buyer(name=name, address=BuyerAddress(**_address(lines, _DEBTOR))) if name else None


def _address(lines: list[str], start: int) -> dict[str, str | None]:
    """Type, name, then street, house, post code, town (S, structured) or two lines (K, combined), then the country."""
    first, second = clean(at(lines, start + 2)), clean(at(lines, start + 3))
    country = clean(at(lines, start + 6))
    if at(lines, start) != "K":
        street = " ".join(part for part in (first, second) if part) or None
        code, city = clean(at(lines, start + 4)), clean(at(lines, start + 5))
        return {"line_one": street, "post_code": code, "city": city, "country_code": country}
    town = _TOWN.fullmatch(second or "")
    code, city = (town[1], town[2]) if town else (None, second)
    return {"line_one": first, "post_code": code, "city": city, "country_code": country}


def _billing(text: str) -> dict[str, str]:
    """Split Swico's tags and values: //S1/10/number/11/date/...; a backslash protects a slash within a value."""
    if not text.startswith("//S1/"):
        return {}
    parts = re.split(r"(?<!\\)/", text.removeprefix("//S1/"))
    return {tag: re.sub(r"\\([/\\])", r"\1", value) for tag, value in zip(parts[::2], parts[1::2], strict=False)}


def _registered(uid: str) -> Seller | None:
    """Return the Seller with the digits of a UID as VAT identifier."""
    digits = re.fullmatch(r"(\d{3})(\d{3})(\d{3})", uid.strip(), re.ASCII)
    return Seller(vat_identifier=f"CHE-{digits[1]}.{digits[2]}.{digits[3]}") if digits else None


def _rates(text: str) -> tuple[VatBreakdown, ...]:
    """Parse rates with their taxable amounts, 8.1:500;2.6:40, or a single rate."""
    rates = (_rate(*part.partition(":")[::2]) for part in text.split(";"))
    return tuple(rate for rate in rates if rate)


def _rate(rate: str, taxable: str) -> VatBreakdown | None:
    value = amount(rate)
    if value is None or value > Decimal(100):
        return None
    return VatBreakdown(rate=value, taxable_amount=amount(taxable), category_code="S" if value else None)


def _conditions(text: str) -> list[tuple[Decimal, int]]:
    """Parse 2:10;0:30, each a discount in per cent and the days after the issue date."""
    terms = re.findall(r"(?:^|;)(\d{1,2}(?:\.\d{1,3})?):(\d{1,3})(?=;|$)", text, re.ASCII)
    return [(Decimal(percent), int(days)) for percent, days in terms if int(days) <= _MAX_DAYS]


def _due_date(text: str, issued: date | None) -> date | None:
    last = next((days for percent, days in _conditions(text) if not percent), None)
    return issued + timedelta(days=last) if issued and last is not None else None


def _discounts(text: str) -> tuple[PaymentDiscount, ...]:
    return tuple(
        PaymentDiscount(percentage=percent, period=Decimal(days), period_unit_code="DAY")
        for percent, days in _conditions(text)
        if percent
    )
