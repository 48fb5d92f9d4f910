"""Annotations that tie a field to its business term."""

from invoicy.model.types import BG, BT, Identifier


def test_a_field_names_its_terms() -> None:
    assert (BT(31, 48).terms, BG(4).terms) == (("BT-31", "BT-48"), ("BG-4",))


def test_a_group_is_immutable_and_compares_by_value() -> None:
    assert Identifier(value="1", scheme="0088") == Identifier(value="1", scheme="0088")
    assert Identifier.__struct_config__.frozen
