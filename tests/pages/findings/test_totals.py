"""Totals that do not add up, what is printed between them, and what of it is read."""

from decimal import Decimal

import pytest

from invoicy.model.allowance import Allowance, Charge
from invoicy.pages.reader import read_pages
from invoicy.readings.reading import Finding, InvoiceReading, Severity, Status
from tests.pages.typeset import page

HEAD = (
    (50.0, 40.0, "Kestrel Timber Ltd"),
    (50.0, 54.0, "5 Mill Lane"),
    (50.0, 68.0, "York YO1 7HH"),
    (50.0, 90.0, "INVOICE"),
    (350.0, 40.0, "Invoice number: KT-2081"),
    (350.0, 54.0, "Invoice date: 14 March 2026"),
)


def _read(*rows: tuple[str, str]) -> InvoiceReading:
    """The reading of an invoice whose totals are rows of a label and an amount."""
    lines = [
        line
        for at, (label, amount) in enumerate(rows)
        for line in ((300.0, 400.0 + 15 * at, label), (480.0, 400.0 + 15 * at, amount))
    ]
    (reading,), _ = read_pages((page(*HEAD, *lines),))
    return reading


def _about_sums(reading: InvoiceReading) -> list[Finding]:
    return [finding for finding in reading.findings if finding.rule.startswith(("INVOICY-SUM", "INVOICY-TOTAL"))]


def test_totals_that_close_need_no_word() -> None:
    reading = _read(("Net total", "GBP 100.00"), ("VAT 20 %", "GBP 20.00"), ("Total incl. VAT", "GBP 120.00"))
    assert _about_sums(reading) == []


def test_a_sum_that_fails_is_said_with_the_numbers_that_add_up() -> None:
    reading = _read(("Net total", "GBP 1,100.00"), ("VAT 20 %", "GBP 220.00"), ("Total incl. VAT", "GBP 1,350.00"))
    (finding,) = _about_sums(reading)
    assert finding.message == "The total with VAT is 1,350.00 GBP, but 1,100.00 + 220.00 = 1,320.00."
    assert (finding.rule, finding.values) == ("INVOICY-SUM-VAT", ("1100.00", "220.00", "1350.00"))
    assert reading.status is Status.REVIEW


def test_freight_under_the_sum_of_the_lines_is_a_charge_with_evidence() -> None:
    reading = _read(
        ("Subtotal", "GBP 200.00"), ("Freight", "GBP 10.00"), ("VAT", "GBP 14.00"), ("Total incl. VAT", "GBP 224.00")
    )
    assert reading.invoice.charges == (Charge(amount=Decimal("10.00"), reason="Freight"),)
    assert reading.invoice.totals is not None
    assert (reading.invoice.totals.line_net_amounts, reading.invoice.totals.without_vat) == (Decimal("200.00"), None)
    assert reading.evidence["/charges/0/amount"].text == "GBP 10.00"
    assert reading.evidence["/charges/0/reason"].text == "Freight"
    (finding,) = _about_sums(reading)
    assert "200.00 + 10.00 (Freight) + 14.00 = 224.00" in finding.message
    assert finding.severity is Severity.INFORMATION


def test_three_charges_between_the_lines_and_the_net_total_are_all_read() -> None:
    reading = _read(
        ("Subtotal", "GBP 150.00"),
        ("Freight", "GBP 12.00"),
        ("Packaging", "GBP 13.00"),
        ("Insurance", "GBP 15.00"),
        ("Net total", "GBP 190.00"),
        ("VAT 20 %", "GBP 38.00"),
        ("Total incl. VAT", "GBP 228.00"),
    )
    charges = {charge.reason: str(charge.amount) for charge in reading.invoice.charges}
    assert charges == {"Freight": "12.00", "Packaging": "13.00", "Insurance": "15.00"}
    assert _about_sums(reading) == []


def test_freight_without_vat_above_the_vat_is_a_charge_as_well() -> None:
    reading = _read(
        ("Subtotal", "USD 150.00"), ("Shipping", "USD 9.00"), ("Sales tax 8 %", "USD 12.00"), ("Total", "USD 171.00")
    )
    assert reading.invoice.charges == (Charge(amount=Decimal("9.00"), reason="Shipping"),)
    assert reading.invoice.totals is not None
    assert (reading.invoice.totals.line_net_amounts, reading.invoice.totals.without_vat) == (Decimal("150.00"), None)


def test_a_discount_between_the_lines_and_the_net_total_is_an_allowance() -> None:
    reading = _read(
        ("Subtotal", "GBP 200.00"),
        ("Discount", "GBP -20.00"),
        ("Net total", "GBP 180.00"),
        ("VAT 20 %", "GBP 36.00"),
        ("Total incl. VAT", "GBP 216.00"),
    )
    assert reading.invoice.allowances == (Allowance(amount=Decimal("20.00"), reason="Discount"),)
    assert reading.invoice.totals is not None
    assert reading.invoice.totals.line_net_amounts == Decimal("200.00")
    assert reading.invoice.totals.without_vat == Decimal("180.00")
    assert _about_sums(reading) == []


@pytest.mark.parametrize(("label", "amount"), [("Retention", "-50.00"), ("Rounding", "0.40")])
def test_what_no_term_holds_is_a_warning(label: str, amount: str) -> None:
    total = Decimal(1200) + Decimal(amount)
    reading = _read(
        ("Net total", "GBP 1,000.00"),
        ("VAT 20 %", "GBP 200.00"),
        (label, f"GBP {amount}"),
        ("Total incl. VAT", f"GBP {total:,f}"),
    )
    (finding,) = _about_sums(reading)
    assert (finding.rule, finding.severity) == ("INVOICY-SUM-ADJUSTED", Severity.WARNING)
    assert f"{amount} as {label!r} is printed between them" in finding.message
    assert not reading.invoice.charges
    assert not reading.invoice.allowances


def test_an_earlier_balance_in_the_amount_due_is_said() -> None:
    reading = _read(
        ("Net total", "GBP 100.00"),
        ("VAT 20 %", "GBP 20.00"),
        ("Total incl. VAT", "GBP 120.00"),
        ("Previous balance", "GBP 30.00"),
        ("Amount due", "GBP 150.00"),
    )
    (finding,) = _about_sums(reading)
    assert finding.message.startswith("The amount due is 150.00 GBP, but the total with VAT is 120.00; 30.00 as ")


def test_a_page_with_only_a_total_is_reported_with_what_it_lacks() -> None:
    (finding,) = _about_sums(_read(("Total", "GBP 120.00")))
    assert (finding.rule, finding.severity) == ("INVOICY-TOTAL-NOT-SHOWN", Severity.INFORMATION)
    assert finding.terms == ("BT-109", "BT-110")


def test_a_total_without_vat_below_the_gross_without_any_vat_is_for_review() -> None:
    reading = _read(("Net total", "GBP 150.00"), ("Sundry", "GBP 9.50"), ("Total incl. VAT", "GBP 173.00"))
    (finding,) = _about_sums(reading)
    assert finding.message.endswith("no VAT (BT-110) that makes the difference of 23.00 could be found.")
    assert reading.status is Status.REVIEW


ITEMS = (
    *((x, 200.0, head) for x, head in ((50.0, "Description"), (250.0, "Quantity"), (320.0, "Unit price"))),
    (480.0, 200.0, "Amount"),
    *((x, 220.0, cell) for x, cell in ((50.0, "Oak board"), (250.0, "4"), (320.0, "35.00"), (480.0, "140.00"))),
    *((x, 236.0, cell) for x, cell in ((50.0, "Freight"), (250.0, "1"), (320.0, "10.00"), (480.0, "10.00"))),
)


def test_an_item_does_not_explain_totals_that_do_not_add_up() -> None:
    rows = (("Net total", "GBP 150.00"), ("VAT 20 %", "GBP 30.00"), ("Total incl. VAT", "GBP 190.00"))
    lines = [
        line
        for at, (label, amount) in enumerate(rows)
        for line in ((300.0, 400.0 + 15 * at, label), (480.0, 400.0 + 15 * at, amount))
    ]
    (reading,), _ = read_pages((page(*HEAD, *ITEMS, *lines),))
    (finding,) = _about_sums(reading)
    assert finding.message == "The total with VAT is 190.00 GBP, but 150.00 + 30.00 = 180.00."
    assert reading.status is Status.REVIEW
