"""The name of a party's label."""

from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.names.names_at_labels import name_at
from tests.pages.typeset import typeset


def name(*lines: tuple[float, float, str]) -> str | None:
    pages = typeset(*lines)
    label = next(label for label, _ in pages.labels.named("buyer"))
    named = name_at(NameCandidates(pages), label)
    return named[0] if named else None


def test_a_name_is_behind_right_of_or_below_its_label() -> None:
    assert name((50, 50, "Bill to: Beta GmbH")) == "Beta GmbH"
    assert name((50, 50, "Bill to:"), (150, 50, "Beta GmbH")) == "Beta GmbH"
    assert name((50, 50, "Bill to"), (50, 63, "Beta GmbH")) == "Beta GmbH"


def test_a_name_in_an_address_below_wins_over_one_to_the_right() -> None:
    address = ((50.0, 63.0, "Beta GmbH"), (50.0, 76.0, "Weg 1"), (50.0, 89.0, "50667 Köln"))
    assert name((50, 50, "Bill to:"), (150, 50, "Alpha Ltd"), *address) == "Beta GmbH"


def test_numbers_below_a_label_are_passed_over() -> None:
    assert name((50, 50, "Bill to"), (50, 63, "Customer No: 17"), (50, 76, "Beta GmbH")) == "Beta GmbH"


def test_the_field_of_a_name_below_a_label_is_read() -> None:
    assert name((50, 50, "Bill to"), (50, 63, "Name: Beta GmbH")) == "Beta GmbH"


def test_another_heading_or_a_wide_gap_ends_the_search() -> None:
    assert name((50, 50, "Bill to"), (50, 63, "Seller"), (50, 76, "Alpha Ltd")) is None
    assert name((50, 50, "Bill to"), (50, 150, "Alpha Ltd")) is None
