"""Compares an invoice with the barcodes on its pages: they confirm values, complete them or contradict them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import structs

from invoicy.model import Invoice
from invoicy.model.leaves import laid_over, leaves_of, only
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.barcodes.adjustments import (
    CONFIRMED,
    MIN_TO_CONTRADICT,
    in_currency_of,
    with_confirmed_number,
    with_rounding,
)
from invoicy.pages.barcodes.barcode_evidence import BarcodeEvidence
from invoicy.pages.barcodes.comparison import is_same
from invoicy.pages.barcodes.draft import Draft
from invoicy.readings.reading import Evidence, Finding, Severity
from invoicy.wording.names import name_of, term_of

DISAGREES = "INVOICY-QR-DISAGREES"
# Confidence of values that only a barcode has, both set by hand: a payload has check digits and error correction.
_BINDING_CONFIDENCE = 0.99
# Hints, such as the payee, are mostly but not always the value of the invoice.
_HINT_CONFIDENCE = 0.9
_GROUPS = ("/payment/accounts", "/vat_breakdown", "/seller/address", "/buyer/address", "/payment_discounts")
_EQUIVALENT = {"/totals/due": "/totals/with_vat"}  # a page without an amount due has the total instead


def reconciled(draft: Draft, pages: AnnotatedPages) -> Draft:
    """Return the invoice after the comparison with all barcodes on its pages.

    A value that page and barcode share gets a higher confidence; one that the page lacks is taken from the barcode. If
    both are certain and differ, the page's value stays and a finding names both: forged barcodes have another account
    or amount.
    """
    from invoicy.pages.barcodes.registry import statement_of  # a dozen formats, which few pages need

    for layout in pages.layouts:
        for barcode in layout.page.barcodes:
            statement = statement_of(barcode)
            if statement is not None:
                draft = _compared(draft, BarcodeEvidence(pages, layout.page.number, barcode, statement))
    return draft


def _compared(draft: Draft, barcode: BarcodeEvidence) -> Draft:
    statement = in_currency_of(draft, barcode.statement)
    draft = with_rounding(with_confirmed_number(draft, statement), statement)
    draft = _merged(draft, barcode, statement.binding, binding=True)
    return _merged(draft, barcode, statement.hints, binding=False)


def _merged(draft: Draft, barcode: BarcodeEvidence, stated: Invoice, *, binding: bool) -> Draft:
    """Merge the values of a barcode. binding: the invoice must have the same values."""
    printed, coded = leaves_of(draft.invoice), leaves_of(stated)
    denied = [pointer for pointer, value in coded.items() if _denies(draft, barcode, pointer, value, binding=binding)]
    same = [pointer for pointer, value in coded.items() if is_same(pointer, printed.get(pointer), value)]
    closed = tuple(group for group in _GROUPS if _is_closed(group, printed, denied))
    new = [pointer for pointer in coded if pointer not in (*same, *denied) and not pointer.startswith(closed)]
    evidence = {**draft.evidence, **_confirmed(draft.evidence, same)}
    confidence = _BINDING_CONFIDENCE if binding else _HINT_CONFIDENCE
    evidence |= {pointer: barcode.evidence(confidence) for pointer in new}
    findings = [_finding(barcode, pointer, printed[pointer], coded[pointer]) for pointer in denied] if binding else []
    invoice = laid_over(draft.invoice, only(stated, set(new).__contains__))
    return Draft(invoice, evidence, (*draft.findings, *findings))


def _denies(draft: Draft, barcode: BarcodeEvidence, pointer: str, value: Any, *, binding: bool) -> bool:
    """Test whether the page certainly has another value, and does not print that of the barcode anywhere.

    If the page prints a binding value of the barcode, the reading overlooked it there.
    """
    equivalent = _EQUIVALENT.get(pointer, pointer)
    evidence = [draft.evidence[each] for each in (pointer, equivalent) if each in draft.evidence]
    if max((each.confidence for each in evidence), default=0.0) < MIN_TO_CONTRADICT:
        return False
    printed = leaves_of(draft.invoice).get(pointer)
    if printed is None or is_same(pointer, printed, value):
        return False
    return not (binding and barcode.is_printed(value))


def _is_closed(group: str, printed: dict[str, Any], denied: list[str]) -> bool:
    """Test for a printed address, account or breakdown that may be another one than the barcode's."""
    if not any(pointer.startswith(f"{group}/") for pointer in printed):
        return False
    return group != "/payment/accounts" or f"{group}/0/identifier" in denied


def _confirmed(evidence: dict[str, Evidence], pointers: list[str]) -> dict[str, Evidence]:
    """Return the evidence at the pointers, with the confidence of a value that page and barcode share."""
    return {
        pointer: structs.replace(evidence[pointer], confidence=max(evidence[pointer].confidence, CONFIRMED))
        for pointer in pointers
        if pointer in evidence
    }


def _finding(barcode: BarcodeEvidence, pointer: str, printed: Any, coded: Any) -> Finding:
    term = term_of(pointer)
    message = (
        f"The page says {_written(printed)} for the {name_of(pointer)} ({term}), the code on page {barcode.page} "
        f"({barcode.statement.family}) says {_written(coded)}; ask the seller which is right."
    )
    return Finding(DISAGREES, Severity.FATAL, message, pointer, (term,), (str(printed), str(coded)))


def _written(value: Any) -> str:
    """Return an amount with its digits in groups of three, any other value as text."""
    return f"{value:,f}" if isinstance(value, Decimal) else str(value)
