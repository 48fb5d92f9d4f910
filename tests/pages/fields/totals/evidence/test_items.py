"""Amounts in the table of items were not paid."""

from invoicy.pages.fields.totals.candidates import amount_candidates
from invoicy.pages.fields.totals.evidence.items import mark_items
from tests.pages.typeset import typeset

HEADS = ((50.0, 200.0, "Description"), (250.0, 200.0, "Quantity"), (320.0, 200.0, "Unit price"))
ITEM, TOTAL = (
    ((50.0, 220.0, "Oak board"), (320.0, 220.0, "75.00")),
    ((50.0, 400.0, "Net total"), (320.0, 400.0, "150.00")),
)


def test_amounts_between_the_heads_and_the_first_total_are_items() -> None:
    page = typeset(*HEADS, *ITEM, *TOTAL)
    item, total = amount_candidates(page).all()
    item.support("paid", 0.9, "label row paid")
    total.support("net", 0.9, "label row net")
    mark_items(page, [item, total])
    assert (item.is_item, total.is_item) == (True, False)
    assert "paid" not in item.roles


def test_without_a_total_nothing_is_an_item() -> None:
    page = typeset(*HEADS, *ITEM)
    (item,) = amount_candidates(page).all()
    mark_items(page, [item])
    assert not item.is_item
