"""Codes, signs and names of currencies."""

import pytest

from invoicy.model.code_lists import codes
from invoicy.pages.parsers.currencies import (
    code_of,
    codes_pattern,
    country_words_in,
    currencies,
    is_shared,
    named_in,
    of_country,
    of_language,
    sharing,
    with_sign,
)


def test_every_currency_is_in_iso_4217_or_was() -> None:
    assert set(currencies()) - codes("currency") <= {"HRK", "BGN"}


@pytest.mark.parametrize(
    ("sign", "languages", "code"),
    [
        ("EUR", (), "EUR"),
        ("€", (), "EUR"),
        ("Ft.", ("hu",), "HUF"),
        ("kr", ("da",), "DKK"),
        ("kr", ("sv", "da"), "SEK"),
        ("e", ("fi",), "EUR"),
        ("e", ("en",), ""),
        ("board", ("en",), ""),
    ],
)
def test_a_sign_means_the_currency_of_the_language(sign: str, languages: tuple[str, ...], code: str) -> None:
    assert code_of(sign, languages) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [("Total EUR", ["EUR"]), ("EUROPE", []), ("NUSA SDN BHD", []), ("BHD 10", ["BHD"]), ("10 TRY", ["TRY"])],
)
def test_a_code_that_is_a_word_counts_beside_a_number(text: str, codes: list[str]) -> None:
    assert [match[1] for match in codes_pattern().finditer(text)] == codes


def test_a_sign_of_several_currencies_is_shared() -> None:
    assert is_shared("kr")
    assert {currency.code for currency in with_sign("kr")} >= {"DKK", "NOK", "SEK"}
    assert not is_shared("€")


def test_the_dollar_sign_is_shared_by_all_dollars() -> None:
    assert sharing("$") >= {"USD", "AUD", "CAD", "NZD"}
    assert sharing("£") == {"GBP"}


def test_words_of_a_country_are_counted_once_each() -> None:
    assert country_words_in("Toronto, Ontario and Toronto again") == {"CAD": 2}


def test_the_longest_name_wins() -> None:
    assert named_in("Two hundred new zealand dollars") == "NZD"
    assert named_in("Two hundred boards") == ""


def test_a_country_and_a_language_may_have_a_currency() -> None:
    assert (of_country("CH"), of_country("XX")) == ("CHF", "")
    assert (of_language("pl"), of_language("en")) == ("PLN", "")
