"""JSON Pointers into an invoice."""

import pytest

from invoicy.model import Invoice, InvoiceLine, Item
from invoicy.wording.pointers import currency_at, field_of, groups_around, term_at, value_at

INVOICE = Invoice(
    currency_code="EUR",
    vat_accounting_currency_code="SEK",
    lines=(InvoiceLine(identifier="1", item=Item(name="Chair")),),
)


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/currency_code", "EUR"),
        ("/lines/0/item/name", "Chair"),
        ("/lines/1/item/name", None),
        ("/seller/name", None),
        ("/lines/0/nothing", None),
    ],
)
def test_the_value_at_a_pointer(pointer: str, value: str | None) -> None:
    assert value_at(INVOICE, pointer) == value


def test_positions_become_brackets_in_a_field_path() -> None:
    assert field_of("/lines/0/item/name") == "lines[].item.name"


@pytest.mark.parametrize(
    ("pointer", "term"),
    [
        ("/number", "BT-1"),
        ("/lines/3/net_amount", "BT-131"),
        ("/lines/3/sub_lines/0/net_amount", "BT-131"),
        ("/lines", "BG-25"),
        ("/seller/identifiers/0/value", "BT-29"),
    ],
)
def test_a_pointer_has_a_business_term(pointer: str, term: str) -> None:
    known = term_at(pointer)
    assert known is not None
    assert known.term == term


def test_one_total_is_in_the_accounting_currency() -> None:
    assert currency_at("/totals/vat", INVOICE) == "EUR"
    assert currency_at("/totals/vat_in_accounting_currency", INVOICE) == "SEK"
    assert currency_at("/totals/vat", Invoice()) == ""


def test_the_groups_around_a_value_start_with_the_outermost() -> None:
    assert list(groups_around("/lines/2/allowances/0/amount")) == [("/lines/2", 2), ("/lines/2/allowances/0", 0)]
