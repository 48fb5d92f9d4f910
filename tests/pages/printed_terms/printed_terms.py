"""Printed terms made by hand."""

from typing import Any

from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.printed_terms.choice import PrintedTerms
from invoicy.pages.sources.page import Word

EMPTY = PrintedTerms(
    number=None,
    purchase_order=None,
    issue_date=None,
    due_date=None,
    seller=None,
    buyer=None,
    seller_vat_id=None,
    buyer_vat_id=None,
    seller_address={},
    buyer_address={},
    iban=None,
    currency=None,
    amounts={},
    totals=ChosenTotals(),
    shares=(),
    rate=None,
)


def field(value: Any, *, page: int = 1, score: float = 0.9, method: str = "label right") -> FieldValue[Any]:
    """A value that is printed in the top left corner of a page."""
    return FieldValue(value, page, (Word(str(value), 10, 10, 60, 20),), str(value), score, method)
