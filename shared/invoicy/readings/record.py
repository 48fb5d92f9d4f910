"""The flat record of a reading: one plain object for each invoice, for spreadsheets and comparisons."""

from typing import Any

from invoicy.model import Invoice
from invoicy.model.code_lists import codes
from invoicy.readings.reading import InvoiceReading, Reading, Status

_NO_INVOICE = "INVOICY-NO-INVOICE"

Record = dict[str, Any]


def record_of(reading: Reading) -> Record | list[Record]:
    """Return one record, or a list if the document has several invoices. Amounts and dates are strings."""
    if reading.status is Status.REJECTED or not reading.invoices:
        return _rejected(reading)
    records = [_record(each) for each in reading.invoices]
    return records[0] if len(records) == 1 else records


def record_of_document(reading: Reading, path: str) -> Record | list[Record]:
    """Return the records with the document's path, name and id in front.

    The record of a rejected document also carries the reason, as the rule and message of its first finding.
    """
    document = {"path": path, "name": reading.name, "id": reading.id}
    record = record_of(reading)
    if isinstance(record, list):
        return [document | each for each in record]
    return document | record | _reason(reading)


def _rejected(reading: Reading) -> Record:
    if any(finding.rule == _NO_INVOICE for finding in reading.findings):
        return {"document_type": "other", "status": Status.REJECTED.value}
    return {"status": Status.REJECTED.value}


def _reason(reading: Reading) -> Record:
    if reading.invoices or not reading.findings:
        return {}
    return {"rule": reading.findings[0].rule, "message": reading.findings[0].message}


def _record(reading: InvoiceReading) -> Record:
    invoice = reading.invoice
    seller, buyer, totals = invoice.seller, invoice.buyer, invoice.totals
    accounts = invoice.payment.accounts if invoice.payment else ()
    return {
        "document_type": "credit_note" if invoice.type_code in codes("credit_note_type") else "invoice",
        "invoice_number": _text(invoice.number),
        "issue_date": _text(invoice.issue_date),
        "due_date": _text(invoice.due_date),
        "currency": _text(invoice.currency_code),
        "seller_name": _text(seller and seller.name),
        "seller_vat_id": _text(seller and seller.vat_identifier),
        "buyer_name": _text(buyer and buyer.name),
        "buyer_vat_id": _text(buyer and buyer.vat_identifier),
        "iban": _text(next((account.identifier for account in accounts if account.identifier), None)),
        "purchase_order": _text(invoice.purchase_order_reference),
        "net_total": _text(totals and totals.without_vat),
        "tax_total": _text(totals and totals.vat),
        "gross_total": _text(totals and totals.with_vat),
        "amount_due": _text(totals and totals.due),
        "lines": _lines(invoice),
        "status": reading.status.value,
    }


def _lines(invoice: Invoice) -> list[Record]:
    return [
        {
            "description": _text((line.item and (line.item.name or line.item.description)) or line.note),
            "quantity": _text(line.quantity),
            "unit_price": _text(line.net_price),
            "net_amount": _text(line.net_amount),
        }
        for line in invoice.lines
    ]


def _text(value: Any) -> str:
    """Return a value as text: empty for an absent one, numbers in plain notation."""
    if value is None:
        return ""
    return format(value, "f") if hasattr(value, "quantize") else str(value)
