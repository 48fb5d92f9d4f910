"""Names and values at a JSON Pointer."""

from datetime import date
from decimal import Decimal

import pytest

from invoicy.drawing.values.terms import Named, name_of, title_of, type_of, value_at, written, written_at
from invoicy.model import Invoice, InvoiceLine, Item
from invoicy.model.types import BinaryObject, Identifier

INVOICE = Invoice(
    number="7", issue_date=date(2026, 4, 8), lines=(InvoiceLine(vat_rate=Decimal(20), item=Item(name="Oak board")),)
)


@pytest.mark.parametrize(
    ("pointer", "name", "term"),
    [
        ("/number", "Invoice number", "BT-1"),
        ("/lines/3/item/name", "Item name", "BT-153"),
        ("/seller/legal_registration_identifier/value", "Seller legal registration identifier", "BT-30"),
        ("/no_such_field", "no such field", ""),
    ],
)
def test_a_field_has_the_name_and_the_id_of_its_term(pointer: str, name: str, term: str) -> None:
    assert name_of(pointer) == Named(name, term)


def test_the_title_of_a_repeated_group_has_its_number_from_1() -> None:
    assert title_of("/lines/0") == Named("Invoice line 1", "BG-25")
    assert title_of("") == Named("Invoice", "")


def test_the_type_of_a_part_of_a_value_is_unknown() -> None:
    assert type_of("/lines/0/net_amount") == "amount"
    assert type_of("/seller/legal_registration_identifier/value") == ""


@pytest.mark.parametrize("pointer", ["/due_date", "/lines/1/item/name", "/lines/x/item", "/seller/name"])
def test_a_missing_value_is_none(pointer: str) -> None:
    assert value_at(INVOICE, pointer) is None
    assert written_at(INVOICE, pointer) == ""


def test_values_are_written_for_people() -> None:
    assert written_at(INVOICE, "/issue_date") == "2026-04-08"
    assert written_at(INVOICE, "/lines/0/vat_rate") == "20%"
    assert written(Decimal("1234.50")) == "1,234.50"
    assert written(Identifier(value="123", scheme="0088")) == "123 (0088)"
    assert written(BinaryObject(content=b"abc", filename="a.pdf")) == "a.pdf, 3 bytes"
