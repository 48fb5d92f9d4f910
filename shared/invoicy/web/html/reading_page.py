"""The values of a reading's page: main facts, findings, lines."""

from decimal import Decimal
from typing import Any

from msgspec import Struct

from invoicy.model import Invoice, InvoiceLine
from invoicy.model.terms import term_of_field
from invoicy.readings.reading import InvoiceReading, Reading
from invoicy.wording.printable import printable_json

_FIELDS = (
    "number",
    "issue_date",
    "due_date",
    "type_code",
    "seller.name",
    "seller.vat_identifier",
    "buyer.name",
    "buyer.vat_identifier",
    "buyer_reference",
    "purchase_order_reference",
    "payment.accounts[].identifier",
    "totals.line_net_amounts",
    "totals.allowances",
    "totals.charges",
    "totals.without_vat",
    "totals.vat",
    "totals.with_vat",
    "totals.paid",
    "totals.due",
)
_LINES = 200


class Fact(Struct, frozen=True):
    """A value of an invoice. name: name of the business term. term: id of the term, such as BT-1."""

    name: str
    term: str
    value: str


def values_of(reading: Reading) -> dict[str, Any]:
    """Return the values for the template reading.html."""
    return {
        "reading": reading,
        "invoices": [_invoice(invoice) for invoice in reading.invoices],
        "json": printable_json(reading.to_json(indent=2)),
    }


def _invoice(reading: InvoiceReading) -> dict[str, Any]:
    invoice = reading.invoice
    return {
        "status": reading.status,
        "number": invoice.number or "without a number",
        "findings": reading.findings,
        "facts": _facts(invoice),
        "lines": [_line(line) for line in invoice.lines[:_LINES]],
        "lines_left": max(len(invoice.lines) - _LINES, 0),
    }


def _facts(invoice: Invoice) -> list[Fact]:
    terms = term_of_field()
    facts = []
    for field in _FIELDS:
        values = [_text(value, invoice.currency_code) for value in _values(invoice, field.split("."))]
        if values:
            facts.append(Fact(terms[field].name, terms[field].term, ", ".join(values)))
    return facts


def _values(owner: Any, steps: list[str]) -> list[Any]:
    """Return the values at a path of the model. A step that ends in [] may have several."""
    if owner is None:
        return []
    if not steps:
        return [owner]
    value = getattr(owner, steps[0].removesuffix("[]"))
    parts = value if steps[0].endswith("[]") else (value,)
    return [leaf for part in parts for leaf in _values(part, steps[1:])]


def _line(line: InvoiceLine) -> dict[str, str]:
    quantity = " ".join(filter(None, (_text(line.quantity), line.unit_code)))
    return {
        "identifier": line.identifier or "",
        "name": (line.item.name if line.item else None) or "",
        "quantity": quantity,
        "price": _text(line.net_price),
        "amount": _text(line.net_amount),
    }


def _text(value: Any, currency: str | None = None) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:,f} {currency or ''}".rstrip()
    return str(getattr(value, "value", None) or value)
