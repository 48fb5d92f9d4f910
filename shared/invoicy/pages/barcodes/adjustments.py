"""Differences between page and barcode that are no contradiction: other currency, rounded amount, quoted number."""

import re
from decimal import Decimal

from msgspec import structs

from invoicy.model.totals import Totals
from invoicy.pages.barcodes.draft import Draft
from invoicy.pages.barcodes.statement import Statement
from invoicy.pages.lexicon.folding import fold

# Set by hand above the highest of data/weights/confidence.json.
CONFIRMED = 0.995
"""Confidence of a value that page and barcode share."""

# Confidence of a printed value that may contradict a barcode; set by hand.
MIN_TO_CONTRADICT = 0.7

_SWISS_ROUNDING = Decimal("0.05")  # amounts in francs are paid in steps of five centimes
_MIN_NUMBER_LETTERS = 3  # a shorter number occurs in other references by chance


def in_currency_of(draft: Draft, statement: Statement) -> Statement:
    """Return the statement without amounts, if they are certainly in another currency than the invoice."""
    printed = draft.invoice.currency_code
    stated = statement.hints.currency_code or statement.binding.currency_code
    if not printed or not stated or printed == stated:
        return statement
    evidence = draft.evidence.get("/currency_code")
    if evidence is None or evidence.confidence < MIN_TO_CONTRADICT:
        return statement
    return structs.replace(statement, binding=structs.replace(statement.binding, totals=None))


def with_confirmed_number(draft: Draft, statement: Statement) -> Draft:
    """Raise the confidence of the invoice number, if the text of the payment contains it."""
    payment = statement.binding.payment
    text = payment.remittance_information if payment else None
    number, evidence = fold(draft.invoice.number or ""), draft.evidence.get("/number")
    if not text or evidence is None or len(number) < _MIN_NUMBER_LETTERS:
        return draft
    if not re.search(rf"(?<!\d){number}(?!\d)", fold(text)):
        return draft
    confirmed = structs.replace(evidence, confidence=max(evidence.confidence, CONFIRMED))
    return structs.replace(draft, evidence={**draft.evidence, "/number": confirmed})


def with_rounding(draft: Draft, statement: Statement) -> Draft:
    """Set the rounding amount (BT-114) of an invoice in francs, if the barcode rounds the amount due."""
    printed, stated = draft.invoice.totals, statement.binding.totals
    if statement.hints.currency_code != "CHF" or not (printed and printed.due and stated and stated.due):
        return draft
    rounding = stated.due - printed.due
    if not 0 < abs(rounding) < _SWISS_ROUNDING:
        return draft
    totals: Totals = structs.replace(printed, due=stated.due, rounding=printed.rounding or rounding)
    return structs.replace(draft, invoice=structs.replace(draft.invoice, totals=totals))
