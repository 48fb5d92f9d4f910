"""The flat record of a reading."""

from invoicy import read
from invoicy.record import record_of
from tests.requirements import SAMPLES


def test_an_invoice_is_one_flat_object() -> None:
    record = record_of(read(SAMPLES / "printed-polish.pdf"))
    assert isinstance(record, dict)
    assert (record["currency"], record["gross_total"], record["seller_vat_id"]) == ("PLN", "13410.72", "999-000-10-02")


def test_several_invoices_are_a_list() -> None:
    records = record_of(read(SAMPLES / "two-invoices.pdf"))
    assert isinstance(records, list)
    assert len(records) == 2


def test_what_is_no_invoice_says_so() -> None:
    assert record_of(read(SAMPLES / "not-an-invoice.pdf")) == {"document_type": "other", "status": "rejected"}


def test_what_cannot_be_read_is_only_rejected() -> None:
    assert record_of(read(b"")) == {"status": "rejected"}


def test_an_e_invoice_has_its_lines() -> None:
    record = record_of(read(SAMPLES / "ubl-invoice.xml"))
    assert isinstance(record, dict)
    assert record["lines"][0]["net_amount"]
