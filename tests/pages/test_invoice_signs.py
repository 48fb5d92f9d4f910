"""Pages that show an invoice, and pages of numbers and totals that do not."""

import pytest

from invoicy.pages.invoice_signs import shows_invoice
from invoicy.pages.printed_terms.choice import printed_terms_of
from tests.pages.typeset import typeset

Line = tuple[float, float, str]
TOTAL: tuple[Line, ...] = ((300, 430, "Total"), (500, 430, "120.00 EUR"))
SUMS: tuple[Line, ...] = (
    (300, 400, "Net total"),
    (500, 400, "100.00"),
    (300, 415, "VAT 20 %"),
    (500, 415, "20.00"),
    (300, 430, "Grand total"),
    (500, 430, "120.00"),
)


@pytest.mark.parametrize(
    ("lines", "is_invoice"),
    [
        (((50, 50, "INVOICE"), *TOTAL), True),
        (((50, 50, "Invoice No: A-17"), *TOTAL), True),
        (SUMS, True),
        (((50, 50, "Dear Ms Holt, thank you for your letter"),), False),
        (
            ((50, 50, "Harvest 2025"), (50, 80, "Wheat"), (200, 80, "12.50"), (50, 95, "Barley"), (200, 95, "7.10")),
            False,
        ),
    ],
    ids=["title and total", "number and total", "total and VAT", "letter", "list"],
)
def test_an_invoice_has_a_title_a_number_or_totals(lines: tuple[Line, ...], is_invoice: bool) -> None:
    pages = typeset(*lines)
    assert shows_invoice(pages, printed_terms_of(pages)) is is_invoice
