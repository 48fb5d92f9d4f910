"""Documents of several invoices, and invoices of several pages."""

import pytest

from invoicy.pages.sources.page import PageText
from invoicy.pages.splitting import split_pages
from tests.pages.typeset import page

TOTAL = ((300.0, 430.0, "Total"), (500.0, 430.0, "120.00 EUR"))


def _pages(*heads: str, y: float = 50) -> tuple[PageText, ...]:
    return tuple(page((50, y, head), *TOTAL, number=number) for number, head in enumerate(heads, 1))


def _numbers(pages: tuple[PageText, ...]) -> list[list[int]]:
    return [[each.number for each in group] for group in split_pages(pages)]


@pytest.mark.parametrize(
    ("heads", "groups"),
    [
        (("Invoice No: A-4711",), [[1]]),
        (("Invoice No: A-4711", "Invoice No: B-9922"), [[1], [2]]),
        (("Invoice No: A-4711", "Invoice No: A-4711", "Invoice No: B-9922"), [[1, 2], [3]]),
        (("Invoice No: A-4711", "Carried forward"), [[1, 2]]),
        (("Terms and conditions", "Invoice No: A-4711"), [[1, 2]]),
        (("Invoice No: A-4711", "Carried forward", "Invoice No: B-9922"), [[1, 2], [3]]),
    ],
)
def test_a_new_number_opens_an_invoice(heads: tuple[str, ...], groups: list[list[int]]) -> None:
    assert _numbers(_pages(*heads)) == groups


def test_a_number_in_the_lower_half_opens_no_invoice() -> None:
    first, _ = _pages("Invoice No: A-4711", "")
    low = page((50, 600, "Invoice No: B-9922"), *TOTAL, number=2)
    assert _numbers((first, low)) == [[1, 2]]


def test_a_page_that_refers_to_the_invoice_before_it_continues_it() -> None:
    first, _ = _pages("Invoice No: A-4711", "")
    second = page((50, 50, "Invoice No: B-9922"), (50, 80, "Annex to A-4711"), *TOTAL, number=2)
    assert _numbers((first, second)) == [[1, 2]]
