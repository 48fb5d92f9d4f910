"""References of one word or of several."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.pages.parsers.references import forms_at


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4407 1186 02", ["4407", "4407 1186", "4407 1186 02"]),
        ("CN 250 311", ["CN 250", "CN 250 311"]),
        ("V 25.06641", ["V 25.06641"]),
        ("Hēmi / 7733", ["Hēmi / 7733"]),
        ("8C41F7E2\u20110009", ["8C41F7E2-0009"]),
        ("37/2025 del 22 settembre 2025", ["37/2025"]),
        ("RK-2025-5571, mail d.d. 20 juni", ["RK-2025-5571"]),
        (": #FA002914", ["FA002914"]),
        ("12.03.2025", []),
        ("1.234,50", []),
        ("info@example.org 12", []),
    ],
)
def test_a_reference_may_be_of_several_words(text: str, values: list[str]) -> None:
    assert [form.value for form in forms_at(text)] == values


def test_a_form_goes_on_if_a_longer_one_exists() -> None:
    short, long = forms_at(": CN 250 311 / x")[:2]
    assert (short.goes_on, short.words, long.words) == (True, 2, 3)
    assert [form.goes_on for form in forms_at("4711")] == [False]


@pytest.mark.parametrize(("text", "values"), [("RE-XXXX", ["RE-XXXX"]), ("ABCDEFGH", ["ABCDEFGH"]), ("Oak boards", [])])
def test_without_digits_only_placeholders_and_capitals_are_references(text: str, values: list[str]) -> None:
    assert [form.value for form in forms_at(text)] == values


@pytest.mark.parametrize("text", ["12 kg", "5 %", "Number 250", "www.muster4.example", "4711 € 12"])
def test_quantities_labels_and_internet_addresses_are_not_in_a_reference(text: str) -> None:
    assert all(form.value in {"12", "5", "4711"} for form in forms_at(text))


@given(st.text(max_size=60))
def test_a_reference_is_where_it_says(text: str) -> None:
    for form in forms_at(text):
        assert 0 <= form.start < form.end <= len(text)
        assert len(form.value) == form.end - form.start
