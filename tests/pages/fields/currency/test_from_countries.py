"""The country of a page decides which currency a sign means."""

import pytest

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.currency.from_countries import country_words, currency_of_sign, currency_without_sign
from invoicy.pages.fields.value import FieldValue
from tests.pages.typeset import typeset


def page_of(*lines: str) -> AnnotatedPages:
    return typeset(*((50.0, 50.0 + 14 * row, line) for row, line in enumerate(lines)))


def dollars(*lines: str) -> FieldValue[str]:
    page = page_of(*lines, "Total $110.00")
    segment = list(page.segments)[-1]
    return currency_of_sign(page, FieldValue.of("$", segment, segment.words, 0.9, "sign"))


def test_each_different_word_of_a_country_counts_once() -> None:
    assert country_words(page_of("Sydney", "Sydney", "ABN 51 824 753 556")) == {"AUD": 2}


def test_a_sign_is_surer_the_more_words_of_a_country_are_printed() -> None:
    clear, likely, unclear = dollars("Sydney", "ABN 1", "Australia"), dollars("Sydney"), dollars("Invoice")
    assert (clear.value, likely.value, unclear.value) == ("AUD", "AUD", "USD")
    assert clear.score > likely.score > unclear.score


def test_the_other_currencies_of_the_sign_are_its_rivals() -> None:
    assert [rival.value for rival in dollars("Sydney", "ABN 1", "Toronto").alternatives] == ["CAD", "USD"]


@pytest.mark.parametrize(
    ("lines", "currency", "method"),
    [
        (("IBAN CH93 0076 2011 6238 5295 7",), "CHF", "country"),
        (("Sydney, Australia",), "AUD", "country"),
        (("Rechnung", "Rechnungsdatum", "Gesamtbetrag"), "EUR", "language"),
    ],
)
def test_without_a_sign_identifiers_words_and_the_language_are_guesses(
    lines: tuple[str, ...], currency: str, method: str
) -> None:
    value = currency_without_sign(page_of(*lines, "Total 110.00"))
    assert value is not None
    assert (value.value, value.method) == (currency, method)
    assert value.score < 0.5


def test_without_a_total_there_is_no_place_for_a_guess() -> None:
    assert currency_without_sign(page_of("Sydney, Australia")) is None
