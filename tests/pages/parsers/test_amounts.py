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
def test_an_amount_has_the_printed_value(text: str, mark: str, value: str) -> None:
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
        assert text[amount.digits_start :].startswith(amount.number)


def test_percentages_are_not_money() -> None:
    assert [(a.number, a.percent) for a in amounts_in("100,00 21%")] == [("100,00", False), ("21", True)]


@pytest.mark.parametrize("text", ["FR86792377731", "A-2020/17", "12.04.2020", "78.46.77.79"])
def test_identifiers_and_dates_are_not_amounts(text: str) -> None:
    assert not [amount for amount in amounts_in(text) if amount.places == 2]


def test_the_mark_is_that_of_most_amounts() -> None:
    assert decimal_mark(amounts_in("1.234,56 und 7,00 und 12.50")) == ","


def test_a_repeated_mark_divides_thousands() -> None:
    assert plain("17.808.000", ",") == 17808000


@given(st.lists(st.decimals(1000, 10**7, places=2), min_size=1, max_size=6), st.sampled_from([".", ","]))
def test_the_mark_of_amounts_in_one_style_is_found(values: list[Decimal], mark: str) -> None:
    other = "," if mark == "." else "."
    printed = [f"{value:,.2f}".replace(",", "_").replace(".", mark).replace("_", other) for value in values]
    assert decimal_mark(amounts_in("  ".join(printed))) == mark


@given(st.integers(-(10**6), -1), st.sampled_from(["-{}", "({})", "{}-", "- {}", "\N{MINUS SIGN}{}"]))
def test_every_minus_sign_reads_back(value: int, form: str) -> None:
    (amount,) = amounts_in(form.format(f"{-value}.00"))
    assert amount.value(".") == value


@pytest.mark.parametrize(
    ("text", "sign"), [("EUR 5.00", "EUR"), ("5,00 Ft.", "Ft."), ("US$5.00", "US$"), ("5.00", ""), ("5,00 Eur", "Eur")]
)
def test_the_sign_is_kept_as_printed(text: str, sign: str) -> None:
    (amount,) = amounts_in(text)
    assert amount.sign == sign


def test_whole_thousands_decide_the_mark_of_a_document_without_places() -> None:
    assert decimal_mark(amounts_in("62.169 16.786 78.955")) == ","
    assert decimal_mark(amounts_in("62,169 16,786 78,955")) == "."
