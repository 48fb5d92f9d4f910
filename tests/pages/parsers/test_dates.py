"""Dates in every order and language."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy import data
from invoicy.pages.parsers.dates import dates_in

LANGUAGES = {language: [names.split("|")[0] for names in months] for language, *months in data.rows("months.tsv")}
FORMS = ("{day}. {name} {year}", "{day} {name} {year}", "{year}. {name} {day}.")


@pytest.mark.parametrize(
    "text",
    [
        "2020-03-05", "05.03.2020", "5. März 2020", "March 5, 2020", "5 mars 2020", "5 de marzo de 2020", "5 maja 2020",
        "2020. március 5.", "2020年3月5日", "20200305", "05-Mar-20", "5th of March 2020", "5. 3. 2020", "5 marca 2020",
    ],
)  # fmt: skip
def test_a_date_is_read(text: str) -> None:
    (token,) = dates_in(f"Datum: {text}")
    assert token.value(month_first=False) in (date(2020, 3, 5), date(2020, 5, 5))


def test_both_orders_are_kept_until_the_document_decides() -> None:
    (token,) = dates_in("03/04/2020")
    assert token.ambiguous
    assert token.value(month_first=True) == date(2020, 3, 4)
    assert token.value(month_first=False) == date(2020, 4, 3)


@given(
    st.dates(date(1980, 1, 1), date(2058, 12, 31)), st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"])
)
def test_every_form_reads_back(value: date, form: str) -> None:
    (token,) = dates_in(value.strftime(form))
    assert token.day_first == value


@given(st.text(max_size=60))
def test_any_text_gives_dates_inside_it(text: str) -> None:
    for token in dates_in(text):
        assert 0 <= token.start < token.end <= len(text)


@pytest.mark.parametrize("text", ["1.234.567,00", "78.46.77.79", "31.02.2020", "Tel. 02 99 00 45 45", "30 dias"])
def test_other_numbers_are_not_dates(text: str) -> None:
    assert dates_in(text) == []


@pytest.mark.parametrize(("language", "month"), [("pl", 11), ("hr", 10), ("en", 11)])
def test_the_month_of_a_name_is_that_of_the_language(language: str, month: int) -> None:
    (token,) = dates_in("12. listopada 2024")
    assert token.in_languages(("de", language)).day_first == date(2024, month, 12)


@given(st.dates(date(1980, 1, 1), date(2058, 12, 31)), st.sampled_from(sorted(LANGUAGES)), st.sampled_from(FORMS))
def test_every_language_reads_back(value: date, language: str, form: str) -> None:
    name = LANGUAGES[language][value.month - 1]
    (token,) = dates_in(form.format(day=value.day, name=name, year=value.year))
    assert token.in_languages((language,)).day_first == value


@given(st.integers(0, 99), st.integers(1, 31), st.integers(1, 12), st.sampled_from("./-"))
def test_two_orders_are_given_wherever_both_are_dates(year: int, day: int, month: int, mark: str) -> None:
    for token in dates_in(f"{day:02}{mark}{month:02}{mark}20{year:02}"):
        assert token.ambiguous == (day <= 12 and day != month)
        assert {token.value(month_first=True), token.value(month_first=False)} <= {token.day_first, token.month_first}
