"""Sentences support the amounts in them."""

from decimal import Decimal

import pytest

from invoicy.pages.fields.totals.evidence.from_sentences import support_from_sentences
from tests.pages.fields.totals.amounts import candidates_of
from tests.pages.typeset import typeset


def roles(*lines: str, rates: frozenset[Decimal] = frozenset()) -> dict[str, set[str]]:
    page = typeset((50, 50, "Invoice No: 17"), *((50.0, 400.0 + 12 * row, line) for row, line in enumerate(lines)))
    candidates, _ = candidates_of(page)
    support_from_sentences(page, candidates, rates)
    return {str(candidate.value): set(candidate.roles) for candidate in candidates.all() if candidate.roles}


def test_three_amounts_that_add_up_are_net_vat_and_gross() -> None:
    roles_of = roles("Our fee for January is GBP 100.00 plus VAT of GBP 20.00, in all GBP 120.00.")
    assert roles_of == {"100.00": {"net"}, "20.00": {"tax"}, "120.00": {"gross"}}


def test_two_amounts_are_the_gross_and_the_vat_in_it() -> None:
    text = "In total we charge you GBP 120.00 for this; this includes VAT of GBP 20.00."
    assert roles(text) == {"120.00": {"gross"}, "20.00": {"tax"}}


def test_vat_that_is_a_printed_rate_of_the_other_amount_is_not_contained_in_it() -> None:
    text = "We charge you GBP 100.00 for the work of May, to which VAT of GBP 20.00 is added."
    assert roles(text, rates=frozenset({Decimal(20)})) == {}


def test_a_sentence_goes_on_in_the_next_line() -> None:
    roles_of = roles("Our fee for the month of January is GBP 100.00 plus", "VAT of GBP 20.00, in all GBP 120.00.")
    assert roles_of == {"100.00": {"net"}, "20.00": {"tax"}, "120.00": {"gross"}}


def test_an_amount_asked_for_by_a_date_is_due() -> None:
    assert "due" in roles("Bitte überweisen Sie den Betrag von 120,00 EUR bis zum 12.05.2024.")["120.00"]


@pytest.mark.parametrize(
    "text",
    [
        "Bei Zahlung bis 3.5.2020 gewähren wir 2 % Skonto auf den Gesamtbetrag, also 117,60 EUR.",
        "A company with a share capital of EUR 500.00 in the register of the court.",
    ],
)
def test_discounts_and_share_capital_support_nothing(text: str) -> None:
    assert roles(text) == {}


def test_a_row_of_a_table_is_not_a_sentence() -> None:
    assert roles("Total VAT 20.00 120.00") == {}
