"""The places of values on pages."""

from datetime import date
from decimal import Decimal

import pytest

from invoicy.drawing.values.printed_values import PrintedValues
from tests.pages.typeset import page

PAGES = (
    page((50, 100, "Invoice No 2026-17"), (50, 130, "Total 1,234.50 EUR"), (50, 160, "VAT 20 % 20.00")),
    page((50, 100, "due 8 April 2026"), (50, 130, "Credit -1,234.50"), number=2),
)
PRINTED = PrintedValues(PAGES)


def texts_of(value: object, *, is_percentage: bool = False) -> list[tuple[int, str]]:
    return [(text.row[0], text.text) for text in PRINTED.where(value, is_percentage=is_percentage)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-17", [(1, "2026-17")]),
        ("invoice no", [(1, "Invoice No")]),
        (date(2026, 4, 8), [(2, "8 April 2026")]),
        (Decimal("1234.5"), [(1, "1,234.50 EUR"), (2, "-1,234.50")]),
        ("voice", []),
        ("", []),
        (Decimal(7), []),
    ],
)
def test_values_are_found_as_they_are_printed(value: object, expected: list[tuple[int, str]]) -> None:
    assert texts_of(value) == expected


def test_a_number_before_a_percent_sign_is_only_a_percentage() -> None:
    assert texts_of(Decimal(20)) == [(1, "20.00")]
    assert len(texts_of(Decimal(20), is_percentage=True)) == 2


def test_a_box_is_in_shares_of_the_page() -> None:
    (printed,) = PRINTED.where("2026-17")
    assert 0 < printed.box[0] < printed.box[2] < 1
    assert printed.box[1] == pytest.approx(100 / PAGES[0].height, abs=0.03)
