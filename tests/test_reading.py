"""A reading is what the published schema says, in both directions."""

import json
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy import Reading, read
from invoicy.model import Invoice, InvoiceLine, Totals
from invoicy.reading import Finding, InvoiceReading, Severity, Status, status_of, worst
from tests.requirements import SAMPLES

DOCUMENTS = sorted(SAMPLES.iterdir())


def reading_of(invoice: Invoice) -> Reading:
    return Reading(
        id="0" * 64, name="", media_type="", status=Status.ACCEPTED, invoices=(InvoiceReading(invoice=invoice),)
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_json_and_back_is_the_same_reading(document: object) -> None:
    reading = read(str(document))
    assert Reading.from_json(reading.to_json()) == reading


@given(st.decimals(allow_nan=False, allow_infinity=False, places=10) | st.just(Decimal("0E-8")))
def test_an_amount_is_a_plain_string_with_all_its_digits(amount: Decimal) -> None:
    reading = reading_of(Invoice(lines=(InvoiceLine(net_price=amount),)))
    text = json.loads(reading.to_json())["invoices"][0]["invoice"]["lines"][0]["net_price"]
    assert "E" not in text
    assert Decimal(text) == amount
    assert Decimal(text).as_tuple().exponent == amount.as_tuple().exponent


def test_what_is_absent_is_left_out_and_never_null() -> None:
    text = reading_of(Invoice(totals=Totals(due=Decimal("1.00")))).to_json()
    assert "null" not in text
    assert json.loads(text)["invoices"][0]["invoice"] == {"totals": {"due": "1.00"}}


def test_text_that_is_no_reading_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        Reading.from_json('{"status": "accepted"}')


def test_the_status_is_the_worst_of_the_invoices() -> None:
    assert worst([Status.ACCEPTED, Status.REVIEW]) is Status.REVIEW
    assert worst([Status.REVIEW, Status.REJECTED]) is Status.REJECTED
    assert worst([]) is Status.REJECTED


@pytest.mark.parametrize(
    ("severity", "status"),
    [(Severity.FATAL, "review"), (Severity.WARNING, "accepted"), (Severity.INFORMATION, "accepted")],
)
def test_only_a_fatal_finding_asks_for_review(severity: Severity, status: str) -> None:
    assert status_of([Finding("INVOICY-VALUE", severity, "")]) == status
