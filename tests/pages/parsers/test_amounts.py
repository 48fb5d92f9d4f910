"""Amounts in every decimal and grouping style."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.pages.parsers.amounts import amounts_in, decimal_mark, plain


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("1 234,56 €", ",", "1234.56"),
        ("$1,234.56", ".", "1234.56"),
        ("1'920.00", ".", "1920.00"),
        ("1,23,456.00", ".", "123456.00"),
        ("8,79-", ",", "-8.79"),
        ("(100.00)", ".", "-100.00"),
        ("-$3.00", ".", "-3.00"),
        ("kr 1.234,-", ",", "1234"),
        ("Rs. 1939", ".", "1939"),
        ("0,8403", ",", "0.8403"),
        ("1.234", ",", "1234"),
        ("1.234", ".", "1.234"),
    ],
)
def test_the_value_is_what_is_printed(text: str, mark: str, value: str) -> None:
    (amount,) = amounts_in(text)
    assert amount.value(mark) == Decimal(value)


@given(st.decimals(0, 10**9, places=2), st.sampled_from([(".", ","), (",", "."), (",", " "), (".", "'")]))
def test_every_style_reads_back(value: Decimal, style: tuple[str, str]) -> None:
    mark, group = style
    printed = f"{value:,.2f}".replace(",", "_").replace(".", mark).replace("_", group)
    (amount,) = amounts_in(printed)
    assert amount.value(mark) == value


@given(st.text(max_size=60))
def test_any_text_gives_amounts_that_can_be_valued(text: str) -> None:
    for amount in amounts_in(text):
        assert amount.value(".").is_finite()
        assert text[amount.at :].startswith(amount.number)


def test_percentages_are_told_from_money() -> None:
    assert [(a.number, a.percent) for a in amounts_in("100,00 21%")] == [("100,00", False), ("21", True)]


@pytest.mark.parametrize("text", ["FR86792377731", "A-2020/17", "12.04.2020", "78.46.77.79"])
def test_ids_and_dates_are_no_amounts(text: str) -> None:
    assert not [amount for amount in amounts_in(text) if amount.places == 2]


def test_the_mark_is_that_of_most_amounts() -> None:
    assert decimal_mark(amounts_in("1.234,56 und 7,00 und 12.50")) == ","


def test_a_single_group_mark_is_no_decimal_mark() -> None:
    assert plain("17.808.000", ",") == 17808000
