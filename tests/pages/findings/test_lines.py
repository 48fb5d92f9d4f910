"""Line items are counted and reported as not read; a page without line items has no finding."""

import pytest

from invoicy import read
from invoicy.pages.findings.lines import LINES_NOT_READ
from invoicy.pages.reader import read_pages
from invoicy.readings.reading import Finding, InvoiceReading, Severity, Status
from tests.pages.pdfs import pdf_of, text
from tests.pages.typeset import page
from tests.requirements import SAMPLES

HEAD = ((50.0, 40.0, "INVOICE"), (350.0, 40.0, "Invoice number: KT-2081"), (350.0, 54.0, "Invoice date: 2026-03-14"))
TOTAL = ((300.0, 500.0, "Total incl. VAT"), (490.0, 500.0, "144.00"))


def _about_lines(reading: InvoiceReading) -> list[Finding]:
    return [finding for finding in reading.findings if finding.rule == LINES_NOT_READ]


def _read(*lines: tuple[float, float, str]) -> InvoiceReading:
    (reading,), _ = read_pages((page(*HEAD, *lines, *TOTAL),))
    return reading


def test_items_are_counted_and_the_invoice_stays_accepted() -> None:
    (reading,) = read(pdf_of(text())).invoices
    (finding,) = _about_lines(reading)
    assert finding.message == (
        "About 2 line items on page 1 were not read: this version reads no line items from print."
    )
    assert (finding.severity, finding.values) == (Severity.WARNING, ("2", "1"))
    assert reading.status is Status.ACCEPTED


def test_a_table_over_two_pages_names_both() -> None:
    (reading,) = read(SAMPLES / "printed-german.pdf").invoices
    assert [finding.values for finding in _about_lines(reading)] == [("28", "1", "2")]


def test_products_are_items_without_heads_of_columns() -> None:
    reading = _read(
        (50, 300, "Sound desk"), (250, 300, "3 days x 20.00"), (490, 300, "60.00"),
        (50, 315, "Engineer"), (250, 315, "2 days x 30.00"), (490, 315, "60.00"),
    )  # fmt: skip
    assert [finding.values for finding in _about_lines(reading)] == [("2", "1")]


def test_rows_that_end_in_the_column_of_the_total_are_items() -> None:
    reading = _read((50, 300, "Consulting in March"), (490, 300, "120.00"))
    (finding,) = _about_lines(reading)
    assert finding.message.startswith("A line item on page 1 was not read")


def test_a_page_without_items_has_no_finding() -> None:
    assert _about_lines(_read((50, 300, "For our services as agreed"))) == []


@pytest.mark.parametrize("name", ["printed-us.pdf", "printed-german.pdf", "printed-polish.pdf", "two-invoices.pdf"])
def test_each_printed_sample_reports_its_items_and_is_accepted(name: str) -> None:
    reading = read(SAMPLES / name)
    assert reading.status is Status.ACCEPTED
    assert all(_about_lines(each) for each in reading.invoices)
