"""Currencies are beside amounts, over columns, and in lines about money."""

import pytest

from invoicy.pages.fields.currency.candidates import candidates_in
from tests.pages.typeset import typeset


def votes(*row: str) -> dict[str, int]:
    """The currencies in the first segment of a row with the votes of its strongest print."""
    page = typeset(*((50.0 + 200 * index, 50.0, text) for index, text in enumerate(row)))
    strongest: dict[str, int] = {}
    for candidate in candidates_in(page, next(iter(page.segments))):
        strongest[candidate.currency] = max(strongest.get(candidate.currency, 0), candidate.votes)
    return strongest


def test_a_sign_beside_money_counts_more_than_one_alone() -> None:
    assert votes("€ 120.00")["EUR"] > votes("Preise in €")["EUR"]


def test_a_shared_sign_is_kept_as_a_sign() -> None:
    assert set(votes("$ 120.00")) == {"$"}


@pytest.mark.parametrize("text", ["195.00 R", "20 %", "Threaded rod, six feet, of PLN steel", "Oak boards"])
def test_letters_behind_amounts_rates_and_other_words_are_not_currencies(text: str) -> None:
    assert votes(text) == {}


def test_a_code_alone_in_a_row_without_digits_heads_a_column() -> None:
    assert votes("EUR", "Amount")["EUR"] > votes("EUR", "1 board")["EUR"]


def test_a_room_number_counts_less_than_an_amount() -> None:
    assert votes("Rm 1204")["MYR"] < votes("RM 1204.00")["MYR"]
