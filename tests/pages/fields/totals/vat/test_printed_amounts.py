"""The numbers of a row with their places."""

from decimal import Decimal

from invoicy.pages.fields.totals.vat.printed_amounts import amounts_in_row
from tests.pages.typeset import typeset


def test_percentages_are_numbers_but_no_money() -> None:
    page = typeset((50, 50, "VAT 20 %"), (200, 50, "EUR 20"), (300, 50, "7.00"))
    printed = list(amounts_in_row(page, page.layouts[0].rows[0]))
    assert [(amount.value, amount.is_money) for amount in printed] == [
        (Decimal(20), False),
        (Decimal(20), True),
        (Decimal("7.00"), True),
    ]
    assert printed[1].field_value().text == "EUR 20"
