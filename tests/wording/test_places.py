"""Words for the groups that contain a value."""

from decimal import Decimal

import pytest

from invoicy.model import Invoice, InvoiceLine, LineAllowance, VatBreakdown
from invoicy.wording.places import Groups, place_of

INVOICE = Invoice(
    lines=(
        InvoiceLine(identifier="A"),
        InvoiceLine(identifier="a name of several words", allowances=(LineAllowance(), LineAllowance())),
    ),
    vat_breakdown=(
        VatBreakdown(category_code="S", rate=Decimal(19)),
        VatBreakdown(category_code="Z", rate=Decimal(0)),
    ),
)


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/number", ""),
        ("/lines/0/net_amount", "line A"),
        ("/lines/1/net_amount", "line 'a name of several words'"),
        ("/lines/1/allowances/1/amount", "line 'a name of several words', allowance 2"),
        ("/vat_breakdown/0/tax_amount", "VAT category S at 19 %"),
    ],
)
def test_a_value_is_placed_by_the_groups_around_it(pointer: str, words: str) -> None:
    assert place_of(pointer, INVOICE) == words


def test_groups_are_the_subject_of_a_sentence() -> None:
    assert str(Groups("lines", [0], INVOICE)) == "line A has"
    assert str(Groups("lines", [0, 1], INVOICE)) == "2 lines have"
