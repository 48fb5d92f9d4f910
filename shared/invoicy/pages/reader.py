"""From the pages of a PDF to its invoices, with evidence for every term and findings for what does not add up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from msgspec import structs

from invoicy.model import Invoice
from invoicy.model.allowance import Allowance, Charge
from invoicy.model.party import Buyer, BuyerAddress, Seller, SellerAddress
from invoicy.model.payment import CreditTransfer, PaymentInstructions
from invoicy.model.totals import Totals, VatBreakdown
from invoicy.pages.annotated.pages import AnnotatedPage, AnnotatedPages, annotated_page_of, annotated_pages_on
from invoicy.pages.barcodes.reconciliation import Draft, with_codes
from invoicy.pages.evidence import evidence_of
from invoicy.pages.fields.addresses import Address
from invoicy.pages.fields.document_type import has_title, says_invoice
from invoicy.pages.fields.totals.single_rate import place_of_rate
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.findings.coverage import left_out, nothing_read, unread_of
from invoicy.pages.findings.lines import lines_finding
from invoicy.pages.findings.page_numbers import missing_pages
from invoicy.pages.findings.paid_marks import paid_finding
from invoicy.pages.findings.terms import doubts
from invoicy.pages.findings.totals import totals_findings
from invoicy.pages.header import Header, header_of
from invoicy.pages.sources.page import PageText
from invoicy.pages.splitting import invoices_on
from invoicy.readings.reading import Evidence, Finding, InvoiceReading, Severity, status_of, worst

_SURE_NUMBER = 0.6
_SURE_TOTAL = 0.7
_SAID_TOTAL = 0.5
_TYPE_CODES = {"invoice": "380", "credit_note": "381"}


class PagesResult(NamedTuple):
    """The invoices on pages, or the findings that explain why there are none."""

    invoices: tuple[InvoiceReading, ...]
    findings: tuple[Finding, ...] = ()


def read_pages(pages: tuple[PageText, ...], total: int = 0) -> PagesResult:
    """The invoices on pages of words, which may come from a text layer or from a picture.

    total: how many pages the document has, where that is more than these.
    """
    readable = tuple(page for page in pages if not page.needs_ocr)
    if not readable:
        return PagesResult((), (nothing_read(pages, total),))
    annotated_pages_ = tuple(annotated_page_of(page) for page in readable)
    readings = tuple(reading for group in invoices_on(annotated_pages_) if (reading := _reading(group)))
    if not readings:
        return PagesResult((), (_no_invoice(unread_of(pages, total)),))
    return PagesResult(tuple(_with_unread(readings, pages, total)))


def _no_invoice(unread: tuple[Finding, ...]) -> Finding:
    """A page that was not read may be the invoice: then nobody can say that there is none."""
    fatal = next((finding for finding in unread if finding.severity is Severity.FATAL), None)
    if fatal:
        return structs.replace(fatal, message=f"{fatal.message} The other pages show no invoice.")
    message = "No word for invoice, bill or credit note was found. Check that this is the right file."
    return Finding("INVOICY-NO-INVOICE", Severity.FATAL, message)


def _with_unread(
    readings: tuple[InvoiceReading, ...], pages: tuple[PageText, ...], total: int
) -> Iterator[InvoiceReading]:
    """The readings with findings about unread pages, which may be the cause of others, and the fatal ones first.

    Such a page belongs to the invoice that it follows, or to the first one.
    """
    taken = {number for reading in readings for number in reading.pages}
    starts = [0, *(reading.pages[0] for reading in readings[1:]), total + 1 if total else len(pages) + 1]
    for reading, (start, end) in zip(readings, pairwise(starts), strict=True):
        own = [page for page in pages if start <= page.number < end]
        unread = unread_of(own, total if reading is readings[-1] else 0)
        missing = missing_pages(own, total or len(pages))
        every = (*unread, *missing, *left_out(own, taken), *reading.findings)
        findings = tuple(sorted(every, key=lambda finding: list(Severity).index(finding.severity)))
        yield structs.replace(reading, findings=findings, status=worst((reading.status, status_of(findings))))


def _reading(annotated_pages_: tuple[AnnotatedPage, ...]) -> InvoiceReading | None:
    annotated_pages = annotated_pages_on(annotated_pages_)
    header = header_of(annotated_pages)
    if header.kind == "other" or not _is_invoice(annotated_pages, header):
        return None
    read = with_codes(Draft(_invoice(header), dict(_evidence(annotated_pages, header))), annotated_pages)
    sums = totals_findings(header.totals, read.invoice.currency_code or "")
    others = (paid_finding(annotated_pages, header.totals), lines_finding(annotated_pages, header.totals))
    findings = (
        *doubts(annotated_pages, dict(terms_of(header)), read.evidence),
        *sums,
        *read.findings,
        *(finding for finding in others if finding),
    )
    numbers = tuple(annotated_page.layout.page.number for annotated_page in annotated_pages_)
    evidence = read.evidence | dict(_single_rate_evidence(annotated_pages, header))
    return InvoiceReading(read.invoice, status_of(findings), findings, evidence, pages=numbers)


def _is_invoice(annotated_pages: AnnotatedPages, header: Header) -> bool:
    """It names itself one, or has a number and a total, or a total and its VAT, as only invoices have."""
    gross = header.totals.gross
    number = header.number
    numbered = number is not None and number.score >= _SURE_NUMBER and number.method.startswith("label")
    if gross is None:
        return numbered and has_title(annotated_pages) and any(annotated_pages.amounts.values())
    tax = header.totals.tax
    if says_invoice(annotated_pages) and gross.roles and header.iban:
        return True
    said = gross.roles.get("gross", 0.0) >= _SAID_TOTAL and tax is not None and tax.roles.get("tax", 0.0) >= _SAID_TOTAL
    return has_title(annotated_pages) or numbered or said or gross.roles.get("gross", 0.0) >= _SURE_TOTAL


def terms_of(header: Header) -> Iterator[tuple[str, FieldValue[Any] | None]]:
    """JSON Pointers into the invoice with what was found for them."""
    yield "/number", header.number
    yield "/issue_date", header.issue_date
    yield "/due_date", header.due_date
    yield "/currency_code", header.currency
    yield "/purchase_order_reference", header.purchase_order
    yield "/seller/name", header.seller
    yield "/seller/vat_identifier", header.seller_vat_id
    yield "/buyer/name", header.buyer
    yield "/buyer/vat_identifier", header.buyer_vat_id
    for role, address in (("seller", header.seller_address), ("buyer", header.buyer_address)):
        for name, found in address.items():
            yield f"/{role}/address/{name}", found
    yield "/payment/accounts/0/identifier", header.iban
    for role, term in (
        ("lines", "line_net_amounts"),
        ("net", "without_vat"),
        ("tax", "vat"),
        ("gross", "with_vat"),
        ("paid", "paid"),
        ("due", "due"),
    ):
        yield f"/totals/{term}", header.amounts.get(role)
    for name, adjustments in (("allowances", header.totals.allowances), ("charges", header.totals.charges)):
        for index, each in enumerate(adjustments):
            yield f"/{name}/{index}/amount", each.found
            yield f"/{name}/{index}/reason", each.reason
    for index, share in enumerate(header.shares):
        yield f"/vat_breakdown/{index}/taxable_amount", share.taxable
        yield f"/vat_breakdown/{index}/tax_amount", share.tax
        yield f"/vat_breakdown/{index}/rate", share.rate


def _evidence(annotated_pages: AnnotatedPages, header: Header) -> Iterator[tuple[str, Evidence]]:
    for pointer, found in terms_of(header):
        if found is not None:
            yield pointer, evidence_of(annotated_pages, pointer, found)


def _single_rate_evidence(annotated_pages: AnnotatedPages, header: Header) -> Iterator[tuple[str, Evidence]]:
    """Evidence for the breakdown of an invoice with one rate: its amounts are the total without VAT and the VAT."""
    rate = _single_rate(header)
    if rate is None:
        return
    net, tax = header.amounts["net"], header.amounts["tax"]
    yield "/vat_breakdown/0/taxable_amount", evidence_of(annotated_pages, "/totals/without_vat", net)
    yield "/vat_breakdown/0/tax_amount", evidence_of(annotated_pages, "/totals/vat", tax)
    place = place_of_rate(annotated_pages, rate, tax)
    if place is not None:
        yield "/vat_breakdown/0/rate", evidence_of(annotated_pages, "/vat_breakdown/0/rate", place)


def _invoice(header: Header) -> Invoice:
    return Invoice(
        number=_value(header.number),
        issue_date=_value(header.issue_date),
        due_date=_value(header.due_date),
        type_code=_TYPE_CODES[header.kind],
        currency_code=_value(header.currency),
        purchase_order_reference=_value(header.purchase_order),
        seller=_party(Seller, header.seller, header.seller_vat_id, _address(SellerAddress, header.seller_address)),
        buyer=_party(Buyer, header.buyer, header.buyer_vat_id, _address(BuyerAddress, header.buyer_address)),
        payment=PaymentInstructions(accounts=(CreditTransfer(identifier=header.iban.value),)) if header.iban else None,
        totals=_totals(header),
        vat_breakdown=tuple(_breakdown(header)),
        allowances=tuple(
            Allowance(amount=-each.amount, reason=_value(each.reason)) for each in header.totals.allowances
        ),
        charges=tuple(Charge(amount=each.amount, reason=_value(each.reason)) for each in header.totals.charges),
    )


def _value(found: FieldValue[Any] | None) -> Any:
    return found.value if found else None


def _party(kind: type[Any], name: FieldValue[str] | None, vat_id: FieldValue[str] | None, address: Any) -> Any:
    return kind(name=_value(name), vat_identifier=_value(vat_id), address=address) if name or vat_id else None


def _address(kind: type[Any], address: Address) -> Any:
    return kind(**{name: found.value for name, found in address.items()}) if address else None


def _totals(header: Header) -> Totals | None:
    amounts = {role: found.value for role, found in header.amounts.items()}
    if not amounts:
        return None
    return Totals(
        line_net_amounts=amounts.get("lines"),
        without_vat=amounts.get("net"),
        vat=amounts.get("tax"),
        with_vat=amounts.get("gross"),
        paid=abs(amounts["paid"]) if "paid" in amounts else None,
        due=amounts.get("due"),
    )


def _breakdown(header: Header) -> Iterator[VatBreakdown]:
    """The VAT by rate, where the rates make the totals."""
    for share in header.shares:
        yield _vat(_value(share.taxable), share.tax.value, share.rate.value)
    rate = _single_rate(header)
    if rate is not None:
        yield _vat(header.amounts["net"].value, header.amounts["tax"].value, rate)


def _single_rate(header: Header) -> Decimal | None:
    """The rate that makes all of the VAT from the total without VAT."""
    return None if header.shares else header.rate


def _vat(taxable: Decimal | None, tax: Decimal, rate: Decimal) -> VatBreakdown:
    """A rate above nothing is the standard category; why there is none the page may say in many words."""
    category = "S" if rate else None
    return VatBreakdown(taxable_amount=taxable, tax_amount=tax, category_code=category, rate=rate)
