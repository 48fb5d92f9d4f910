"""Values as people write them."""

from datetime import date
from decimal import Decimal

import pytest

from invoicy.wording.values import CodeWords, CountryWords, SumWords, enumerated, number, shortest, written


@pytest.mark.parametrize(
    ("value", "text"), [("15460.32", "15,460.32"), ("1234", "1,234"), ("1.5", "1.50"), ("-0.125", "-0.125")]
)
def test_numbers_are_grouped_and_never_have_a_single_decimal(value: str, text: str) -> None:
    assert number(Decimal(value)) == text


@pytest.mark.parametrize(("value", "text"), [("19.00", "19"), ("5.50", "5.5"), ("1000", "1,000"), ("100", "100")])
def test_rates_lose_their_trailing_zeros(value: str, text: str) -> None:
    assert shortest(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (Decimal("19.0"), "percentage", "19 %"),
        (Decimal("2.00"), "quantity", "2"),
        (Decimal("1234.5"), "amount", "1,234.50 EUR"),
        (date(2026, 3, 2), "date", "2026-03-02"),
        ("two\nlines", "text", "two lines"),
        ("x" * 200, "text", "x" * 90 + "..."),
    ],
)
def test_a_value_is_written_by_its_type(value: object, kind: str, text: str) -> None:
    assert written(value, kind, "EUR") == text


def test_a_short_sum_is_written_out() -> None:
    assert "12,998.70 + 2,461.52 = 15,460.22" in str(SumWords("amounts", [Decimal("12998.70"), Decimal("2461.52")]))


def test_parts_are_joined_as_in_a_sentence() -> None:
    assert (enumerated(["a"]), enumerated(["a", "b", "c"])) == ("a", "a, b and c")


def test_a_wrong_code_comes_with_the_one_that_was_probably_meant() -> None:
    assert "DE" in str(CodeWords("country", "Germany"))
    assert "EUR" in str(CodeWords("currency", "EURO"))


def test_countries_are_listed_with_their_names() -> None:
    assert str(CountryWords(["DE", "FR", "DE"])) == "Germany (DE), France (FR)"
