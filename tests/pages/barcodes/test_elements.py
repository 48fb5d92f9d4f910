"""Elements of payloads are parsed, or None if they are not valid."""

from datetime import date
from decimal import Decimal

import pytest

from invoicy.pages.barcodes.elements import amount, at, cents, clean, day, iban, json_object, lines_of


@pytest.mark.parametrize(
    ("value", "parsed"),
    [
        ("119.00", Decimal("119.00")),
        ("119,5", Decimal("119.5")),
        ("119.", Decimal(119)),
        (7, Decimal(7)),
        (Decimal("1E+2"), Decimal(100)),
        ("1.234,50", None),
        (True, None),
        (None, None),
    ],
)
def test_an_amount_has_at_most_one_mark(value: object, parsed: Decimal | None) -> None:
    assert amount(value) == parsed


def test_cents_are_hundredths_and_zero_is_no_amount() -> None:
    assert cents("00000012345") == Decimal("123.45")
    assert cents("000") is None
    assert cents("1.5") is None


def test_a_day_is_parsed_by_the_first_form_that_fits() -> None:
    assert day("20260314", "%d.%m.%Y", "%Y%m%d") == date(2026, 3, 14)
    assert day("18500101", "%Y%m%d") is None
    assert day("soon", "%Y%m%d") is None


def test_a_text_is_one_line_of_printable_characters() -> None:
    assert clean(" Oak\tand\x00Pine \n Ltd ") == "Oak and Pine Ltd"
    assert clean("  ") is None
    assert clean(None) is None
    assert clean("x" * 1000) == "x" * 300


def test_an_account_needs_right_check_digits() -> None:
    assert iban("DE89 3704 0044 0532 0130 00") == "DE89370400440532013000"
    assert iban("DE88 3704 0044 0532 0130 00") is None


def test_lines_may_end_with_cr_or_lf_and_may_be_missing() -> None:
    lines = lines_of("BCD\r\n002\r1\nSCT")
    assert lines == ["BCD", "002", "1", "SCT"]
    assert (at(lines, 3), at(lines, 4)) == ("SCT", "")


def test_json_keeps_the_digits_of_numbers() -> None:
    assert json_object('{"total": 1.10}') == {"total": Decimal("1.10")}
    assert json_object("[1]") is None
    assert json_object("{") is None
