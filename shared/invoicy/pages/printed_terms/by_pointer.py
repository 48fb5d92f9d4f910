"""The terms of a printed invoice by JSON Pointer, and the evidence for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.vat.single_rate import place_of_rate
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.page_evidence import evidence_of
from invoicy.pages.printed_terms.choice import PrintedTerms
from invoicy.pages.printed_terms.total_amounts import TOTAL_FIELDS
from invoicy.readings.reading import Evidence

Term = tuple[str, FieldValue[Any]]
"""A JSON Pointer into the invoice, and the value for it."""


def terms_by_pointer(terms: PrintedTerms) -> Iterator[Term]:
    """Yield the terms that are printed, in the order of the findings about them."""
    for pointer, field in (*_single_terms(terms), *_totals(terms), *_adjustments(terms), *_shares(terms)):
        if field is not None:
            yield pointer, field


def evidence_of_terms(pages: AnnotatedPages, terms: Mapping[str, FieldValue[Any]]) -> dict[str, Evidence]:
    """Return the evidence for each term."""
    return {pointer: evidence_of(pages, pointer, field) for pointer, field in terms.items()}


def single_rate_evidence(pages: AnnotatedPages, terms: PrintedTerms) -> Iterator[tuple[str, Evidence]]:
    """Yield the evidence for the VAT breakdown of an invoice with one rate, whose amounts are those of the totals."""
    rate = terms.single_rate
    if rate is None:
        return
    net, tax = terms.amounts["net"], terms.amounts["tax"]
    yield "/vat_breakdown/0/taxable_amount", evidence_of(pages, "/totals/without_vat", net)
    yield "/vat_breakdown/0/tax_amount", evidence_of(pages, "/totals/vat", tax)
    place = place_of_rate(pages, rate, tax)
    if place is not None:
        yield "/vat_breakdown/0/rate", evidence_of(pages, "/vat_breakdown/0/rate", place)


def _single_terms(terms: PrintedTerms) -> Iterator[tuple[str, FieldValue[Any] | None]]:
    yield "/number", terms.number
    yield "/issue_date", terms.issue_date
    yield "/due_date", terms.due_date
    yield "/currency_code", terms.currency
    yield "/purchase_order_reference", terms.purchase_order
    yield "/seller/name", terms.seller
    yield "/seller/vat_identifier", terms.seller_vat_id
    yield "/buyer/name", terms.buyer
    yield "/buyer/vat_identifier", terms.buyer_vat_id
    for role, address in (("seller", terms.seller_address), ("buyer", terms.buyer_address)):
        for name, part in address.items():
            yield f"/{role}/address/{name}", part
    yield "/payment/accounts/0/identifier", terms.iban


def _totals(terms: PrintedTerms) -> Iterator[tuple[str, FieldValue[Any] | None]]:
    for role, field in TOTAL_FIELDS.items():
        yield f"/totals/{field}", terms.amounts.get(role)


def _adjustments(terms: PrintedTerms) -> Iterator[tuple[str, FieldValue[Any] | None]]:
    for name, adjustments in (("allowances", terms.totals.allowances), ("charges", terms.totals.charges)):
        for index, adjustment in enumerate(adjustments):
            yield f"/{name}/{index}/amount", adjustment.field_value
            yield f"/{name}/{index}/reason", adjustment.reason


def _shares(terms: PrintedTerms) -> Iterator[tuple[str, FieldValue[Any] | None]]:
    for index, share in enumerate(terms.shares):
        yield f"/vat_breakdown/{index}/taxable_amount", share.taxable
        yield f"/vat_breakdown/{index}/tax_amount", share.tax
        yield f"/vat_breakdown/{index}/rate", share.rate
