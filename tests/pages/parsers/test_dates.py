"""Dates in every order and language."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.pages.parsers.dates import dates_in, months


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
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates_in(text) == []


def test_months_of_every_language_are_known() -> None:
    assert months()["grudnia"] == months()["joulukuuta"] == months()["dezember"] == 12
