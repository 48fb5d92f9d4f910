"""Differences between page and barcode that are no contradiction."""

from decimal import Decimal

import pytest

from invoicy.model import Invoice
from invoicy.model.payment import PaymentInstructions
from invoicy.model.totals import Totals
from invoicy.pages.barcodes.adjustments import CONFIRMED, in_currency_of, with_confirmed_number, with_rounding
from invoicy.pages.barcodes.draft import Draft
from invoicy.pages.barcodes.statement import Statement
from invoicy.readings.reading import Evidence


def _evidence(confidence: float) -> Evidence:
    return Evidence(1, (0.1, 0.1, 0.2, 0.2), "x", "label right", confidence)


@pytest.mark.parametrize(
    ("confidence", "currency", "kept"), [(0.9, "CHF", False), (0.5, "CHF", True), (0.9, "EUR", True)]
)
def test_amounts_in_another_currency_are_left_out(confidence: float, currency: str, kept: bool) -> None:
    draft = Draft(Invoice(currency_code="EUR"), {"/currency_code": _evidence(confidence)})
    statement = Statement("X", Invoice(totals=Totals(due=Decimal(5))), Invoice(currency_code=currency))
    assert (in_currency_of(draft, statement).binding.totals is not None) is kept


@pytest.mark.parametrize(("text", "confidence"), [("Invoice A-4711 of March", CONFIRMED), ("A-47110", 0.6), ("", 0.6)])
def test_a_number_in_the_text_of_the_payment_is_confirmed(text: str, confidence: float) -> None:
    draft = Draft(Invoice(number="A-4711"), {"/number": _evidence(0.6)})
    statement = Statement("X", Invoice(payment=PaymentInstructions(remittance_information=text)))
    assert with_confirmed_number(draft, statement).evidence["/number"].confidence == confidence


@pytest.mark.parametrize(
    ("due", "currency", "rounding"),
    [("100.05", "CHF", Decimal("0.02")), ("100.05", "EUR", None), ("101.00", "CHF", None)],
)
def test_francs_are_rounded_to_five_centimes(due: str, currency: str, rounding: Decimal | None) -> None:
    draft = Draft(Invoice(totals=Totals(due=Decimal("100.03"))), {})
    statement = Statement("X", Invoice(totals=Totals(due=Decimal(due))), Invoice(currency_code=currency))
    totals = with_rounding(draft, statement).invoice.totals
    assert totals is not None
    assert totals.rounding == rounding
