"""Business names within a sentence."""

import pytest

from invoicy.wording.names import listed, name_of, term_of


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ("/number", "invoice number"),
        ("/seller/vat_identifier", "Seller VAT identifier"),
        ("/totals/with_vat", "total with VAT"),
        ("/lines/0/net_amount", "net amount"),
    ],
)
def test_a_name_starts_small_unless_it_is_a_role_or_vat(pointer: str, name: str) -> None:
    assert name_of(pointer) == name


def test_a_pointer_without_a_term_takes_the_rules_first_term() -> None:
    assert (name_of("", ("BT-1", "BT-2")), term_of("", ("BT-1", "BT-2"))) == ("invoice number", "BT-1")
    assert (name_of(""), term_of("")) == ("", "")


def test_terms_are_listed_by_name_and_id() -> None:
    assert listed(["BT-37", "BT-38"]) == "Seller city (BT-37), Seller post code (BT-38)"
