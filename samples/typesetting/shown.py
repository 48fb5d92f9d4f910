"""The facts of an invoice as text for a page: numbers and dates in the writing of its locale."""

import datetime as dt
import tomllib
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path

from typesetting.facts import Invoice, Line
from typesetting.sums import Totals, adjustment_amount, net_amount, rounded

SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "PLN": "zł"}
Shown = dict[str, object]


@dataclass(frozen=True)
class Locale:
    """The numbers and dates of a locale."""

    decimal: str
    group: str
    date: str
    money: str

    def number(self, value: Decimal) -> str:
        """Write a number with the digits it has."""
        return f"{value:,f}".translate({ord(","): self.group, ord("."): self.decimal})

    def amount(self, value: Decimal) -> str:
        """Write an amount without its currency."""
        return self.number(rounded(value))

    def price(self, value: Decimal) -> str:
        """Write a price: two decimals, more where the price has more."""
        return self.amount(value) if value == rounded(value) else self.number(value)

    def day(self, value: dt.date | None) -> str:
        """Write a date, or nothing."""
        return value.strftime(self.date) if value else ""


def load_locale(path: Path, name: str) -> Locale:
    """Read one locale from the table of locales."""
    return Locale(**tomllib.loads(path.read_text("utf-8"))[name])


def show(invoice: Invoice, totals: Totals, locale: Locale) -> Shown:
    """Give everything a layout prints, as text."""
    symbol = SYMBOLS[invoice.currency]

    def money(value: Decimal) -> str:
        return locale.money.format(amount=locale.amount(value), symbol=symbol)

    plain = {
        key: getattr(invoice, key)
        for key in ("number", "currency", "accent", "buyer_number", "order", "note", "greeting")
    }
    return plain | {
        "symbol": symbol,
        "issue_date": locale.day(invoice.issue_date),
        "issued": invoice.issue_date.isoformat(),
        "due_date": locale.day(invoice.due_date),
        "delivery_date": locale.day(invoice.delivery_date),
        "period_start": locale.day(invoice.period_start),
        "period_end": locale.day(invoice.period_end),
        "seller": asdict(invoice.seller),
        "buyer": asdict(invoice.buyer),
        "payment": asdict(invoice.payment) | {"paid": "", "account": _grouped(invoice.payment.account)},
        "lines": [_show_line(line, locale) for line in invoice.lines],
        "adjustments": [
            {
                "reason": each.reason,
                "percent": locale.number(each.percent) if each.percent else "",
                "amount": ("" if each.charge else "-") + locale.amount(adjustment_amount(each)),
            }
            for each in invoice.adjustments
        ],
        "groups": [
            {
                "rate": locale.number(group.rate),
                "taxable": locale.amount(group.taxable),
                "tax": locale.amount(group.tax),
                "gross": locale.amount(group.taxable + group.tax),
            }
            for group in totals.groups
        ],
        "sums": {
            key: locale.amount(getattr(totals, key))
            for key in ("lines", "without_vat", "vat", "with_vat", "paid", "due")
        },
        "money": {key: money(getattr(totals, key)) for key in ("without_vat", "vat", "with_vat", "paid", "due")},
        "has_paid": totals.paid > 0,
    }


def _show_line(line: Line, locale: Locale) -> Shown:
    return {
        "identifier": line.identifier,
        "item": line.item,
        "name": line.name,
        "description": line.description,
        "quantity": locale.number(line.quantity),
        "unit": line.unit,
        "price": locale.price(line.net_price),
        "per": "" if line.base_quantity == 1 else locale.number(line.base_quantity),
        "rate": locale.number(line.vat_rate),
        "taxed": line.vat_rate > 0,
        "net": locale.amount(net_amount(line)),
        "tax": locale.amount(net_amount(line) * line.vat_rate / 100),
        "gross": locale.amount(rounded(net_amount(line) * line.vat_rate / 100) + net_amount(line)),
        "parent": line.parent,
        "adjustments": [
            {
                "reason": each.reason,
                "percent": locale.number(each.percent) if each.percent else "",
                "amount": ("" if each.charge else "-") + locale.amount(adjustment_amount(each)),
            }
            for each in line.adjustments
        ],
    }


def _grouped(account: str) -> str:
    """Write an IBAN in groups of four; other account numbers stay as they are."""
    if not account[:2].isalpha():
        return account
    return " ".join(account[at : at + 4] for at in range(0, len(account), 4))
