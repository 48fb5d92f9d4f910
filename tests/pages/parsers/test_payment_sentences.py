"""Sentences about payment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.pages.parsers.payment_sentences import asks_for_payment, gives_discount, sentence_at


def test_a_sentence_ends_at_a_full_stop_but_not_at_an_abbreviation() -> None:
    text = "Pay by 3.5. at the latest. Thank you."
    assert text[slice(*sentence_at(text, 4))] == "Pay by 3.5. at the latest."
    assert text[slice(*sentence_at(text, 30))] == " Thank you."


@given(st.text(max_size=60), st.integers(0, 60))
def test_a_place_is_inside_its_sentence(text: str, at: int) -> None:
    start, end = sentence_at(text, min(at, len(text)))
    assert 0 <= start <= min(at, len(text)) <= end <= len(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Please pay the amount by ", ""),
        ("Bitte überweisen Sie den Betrag bis zum ", ""),
        ("Payment is due on ", ""),
        ("Kérjük, fizessen ", "-ig"),
    ],
)
def test_payment_is_asked_for_by_a_date(before: str, after: str) -> None:
    assert asks_for_payment(before, after)


@pytest.mark.parametrize(("before", "after"), [("Delivered on ", ""), ("Kérjük, fizessen ", " után"), ("", "")])
def test_other_texts_ask_for_nothing(before: str, after: str) -> None:
    assert not asks_for_payment(before, after)


def discount(text: str, date: str = "3.5.2020") -> bool:
    start = text.index(date)
    return gives_discount(text, start, start + len(date))


@pytest.mark.parametrize("text", ["2 % Skonto bis 3.5.2020", "Bei Zahlung bis 3.5.2020 gewähren wir 2 % Skonto"])
def test_a_discount_is_given_before_or_after_the_date(text: str) -> None:
    assert discount(text)


@pytest.mark.parametrize("text", ["2 % Skonto, netto bis 3.5.2020", "We give Skonto. Pay by 3.5.2020", "2 %: 3.5.2020"])
def test_a_net_date_another_sentence_and_a_colon_give_none(text: str) -> None:
    assert not discount(text)
