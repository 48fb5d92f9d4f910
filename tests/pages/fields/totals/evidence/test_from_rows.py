"""Three amounts of a row that add up support each other, and amounts in the table of items were not paid."""

from invoicy.pages.fields.totals.candidates import amount_candidates
from invoicy.pages.fields.totals.evidence.from_rows import mark_items, support_from_rows
from tests.pages.fields.totals.amounts import Line, candidates_of
from tests.pages.typeset import typeset

HEADS = ((50.0, 200.0, "Description"), (250.0, 200.0, "Quantity"), (320.0, 200.0, "Unit price"))
ITEM, TOTAL = (
    ((50.0, 220.0, "Oak board"), (320.0, 220.0, "75.00")),
    ((50.0, 400.0, "Net total"), (320.0, 400.0, "150.00")),
)


def roles(*row: str, label: str = "") -> dict[str, dict[str, float]]:
    lines: list[Line] = [(150.0 + 100 * index, 400.0, text) for index, text in enumerate(row)]
    page = typeset(*lines, *([(50.0, 400.0, label)] if label else []))
    candidates, _ = candidates_of(page)
    support_from_rows(page, candidates)
    return {str(candidate.value): candidate.roles for candidate in candidates.all()}


def test_net_vat_and_gross_support_each_other() -> None:
    roles_of = roles("100.00", "20.00", "120.00")
    assert {value: set(of) for value, of in roles_of.items()} == {
        "100.00": {"net"},
        "20.00": {"tax"},
        "120.00": {"gross"},
    }


def test_a_label_of_a_total_makes_the_row_stronger() -> None:
    assert (
        roles("100.00", "20.00", "120.00", label="Total")["120.00"]["gross"]
        > roles("100.00", "20.00", "120.00")["120.00"]["gross"]
    )


def test_amounts_that_do_not_add_up_support_nothing() -> None:
    assert not any(roles("100.00", "20.00", "121.00").values())


def test_an_amount_too_large_for_vat_supports_nothing() -> None:
    assert not any(roles("100.00", "60.00", "160.00").values())


def test_whole_numbers_support_nothing() -> None:
    assert not any(roles("100", "20", "120").values())


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
