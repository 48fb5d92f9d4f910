"""Three amounts of a row that add up support each other."""

from invoicy.pages.fields.totals.evidence.from_rows import support_from_rows
from tests.pages.fields.totals.amounts import Line, candidates_of
from tests.pages.typeset import typeset


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
