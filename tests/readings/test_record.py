"""The flat record of a reading."""

from decimal import Decimal

import pytest

from invoicy import read
from invoicy.model import Invoice
from invoicy.model.totals import Totals
from invoicy.readings.reading import InvoiceReading, Reading, Status
from invoicy.readings.record import Record, record_of
from tests.requirements import SAMPLES


def test_an_invoice_is_one_flat_object() -> None:
    record = record_of(read(SAMPLES / "printed-polish.pdf"))
    assert isinstance(record, dict)
    assert (record["currency"], record["gross_total"], record["seller_vat_id"]) == ("PLN", "13410.72", "999-000-10-02")


def test_several_invoices_are_a_list() -> None:
    records = record_of(read(SAMPLES / "two-invoices.pdf"))
    assert isinstance(records, list)
    assert len(records) == 2


def test_the_record_of_another_document_names_its_type() -> None:
    assert record_of(read(SAMPLES / "not-an-invoice.pdf")) == {"document_type": "other", "status": "rejected"}


def test_what_cannot_be_read_is_only_rejected() -> None:
    assert record_of(read(b"")) == {"status": "rejected"}


def test_no_term_takes_the_value_of_another() -> None:
    totals = Totals(line_net_amounts=Decimal(90), with_vat=Decimal(120))
    assert _record(Invoice(totals=totals))["net_total"] == ""


@pytest.mark.parametrize(("code", "kind"), [("380", "invoice"), ("381", "credit_note"), ("503", "credit_note")])
def test_the_type_code_decides_the_document_type(code: str, kind: str) -> None:
    assert _record(Invoice(type_code=code))["document_type"] == kind


def _record(invoice: Invoice) -> Record:
    reading = Reading(id="", name="", media_type="", status=Status.ACCEPTED, invoices=(InvoiceReading(invoice),))
    record = record_of(reading)
    assert isinstance(record, dict)
    return record


def test_an_e_invoice_has_its_lines() -> None:
    record = record_of(read(SAMPLES / "ubl-invoice.xml"))
    assert isinstance(record, dict)
    assert record["lines"][0]["net_amount"]
