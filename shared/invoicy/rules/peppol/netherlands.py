"""Peppol's rules of the Netherlands (NL-R)."""

from collections.abc import Iterator
from typing import Any

from invoicy.model import Identifier
from invoicy.rules.countries import buyer_address_country, seller_address_country
from invoicy.rules.invoice_context import ZERO, InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation
from invoicy.wording.values import TermWords

_SCHEMES = frozenset({"0106", "0190"})
_MEANS = frozenset({"30", "48", "49", "57", "58", "59"})


def _is_dutch(context: InvoiceContext) -> bool:
    return seller_address_country(context) == "NL"


def _buyer_too(context: InvoiceContext) -> bool:
    return _is_dutch(context) and buyer_address_country(context) == "NL"


def nl_r_001(context: InvoiceContext) -> Iterator[Violation]:
    """A Dutch credit note names the invoice it is about (BT-25)."""
    named = any(preceding.reference for preceding in context.invoice.preceding_invoices) or context.has_empty("BT-25")
    if _is_dutch(context) and context.is_credit_note and not named:
        yield violation("/preceding_invoices")


def _address(context: InvoiceContext, path: str, address: Any, *terms: str) -> Iterator[Violation]:
    """terms: of street, city and post code."""
    if address is None:
        return
    values = (address.line_one, address.city, address.post_code)
    missing = [term for value, term in zip(values, terms, strict=True) if not (value or context.has_empty(term))]
    if missing:
        yield violation(path, *values, missing=TermWords(missing))


def nl_r_002(context: InvoiceContext) -> Iterator[Violation]:
    """A Dutch Seller's address has street, city and post code (BT-35, BT-37, BT-38)."""
    if _is_dutch(context):
        yield from _address(context, "/seller/address", context.seller.address, "BT-35", "BT-37", "BT-38")


def nl_r_004(context: InvoiceContext) -> Iterator[Violation]:
    """A Dutch Buyer's address has street, city and post code (BT-50, BT-52, BT-53), if the Seller is Dutch, too."""
    if _buyer_too(context):
        yield from _address(context, "/buyer/address", context.buyer.address, "BT-50", "BT-52", "BT-53")


def nl_r_006(context: InvoiceContext) -> Iterator[Violation]:
    """A Dutch tax representative's address has street, city and post code (BT-64, BT-66, BT-67)."""
    address = context.tax_representative.address
    if _is_dutch(context) and address is not None and (address.country_code or "").upper() == "NL":
        yield from _address(context, "/tax_representative/address", address, "BT-64", "BT-66", "BT-67")


def _registration(path: str, identifier: Identifier | None) -> Iterator[Violation]:
    if identifier is not None and not (identifier.value and identifier.scheme in _SCHEMES):
        yield violation(path, identifier.value, identifier.scheme, scheme=identifier.scheme)


def nl_r_003(context: InvoiceContext) -> Iterator[Violation]:
    """A Dutch Seller's legal registration (BT-30) is a KVK (0106) or OIN (0190) number."""
    if _is_dutch(context):
        yield from _registration("/seller/legal_registration_identifier", context.seller.legal_registration_identifier)


def nl_r_005(context: InvoiceContext) -> Iterator[Violation]:
    """A Dutch Buyer's legal registration (BT-47) is a KVK (0106) or OIN (0190) number, if the Seller is Dutch."""
    if _buyer_too(context):
        yield from _registration("/buyer/legal_registration_identifier", context.buyer.legal_registration_identifier)


def nl_r_007(context: InvoiceContext) -> Iterator[Violation]:
    """If an amount is due to a Dutch Seller, there are payment instructions (BG-16)."""
    due = context.totals.due
    if not _is_dutch(context) or not context.has_totals or context.has_payment_means:
        return
    if due is None or (due < ZERO if context.is_credit_note else due > ZERO):
        yield violation("/payment/means_code", due)


def nl_r_008(context: InvoiceContext) -> Iterator[Violation]:
    """The payment means (BT-81) between Dutch parties is 30, 48, 49, 57, 58 or 59."""
    code = context.payment.means_code
    if _buyer_too(context) and context.has_payment_means and code not in _MEANS:
        yield violation("/payment/means_code", code)


def nl_r_009(context: InvoiceContext) -> Iterator[Violation]:
    """If a Dutch Seller refers to order lines (BT-132), there is a purchase order reference (BT-13)."""
    if not _is_dutch(context) or context.invoice.purchase_order_reference or context.has_empty("BT-13"):
        return
    for position, line in enumerate(context.invoice.lines):
        if line.order_line_reference:
            yield violation(f"/lines/{position}/order_line_reference", line.order_line_reference)


RULES: tuple[Rule, ...] = (
    rule(nl_r_001, "BT-25"),
    rule(nl_r_002, "BT-35", "BT-37", "BT-38"),
    rule(nl_r_003, "BT-30"),
    rule(nl_r_004, "BT-50", "BT-52", "BT-53"),
    rule(nl_r_005, "BT-47"),
    rule(nl_r_006, "BT-64", "BT-66", "BT-67"),
    rule(nl_r_007, "BG-16"),
    rule(nl_r_008, "BT-81"),
    rule(nl_r_009, "BT-13", "BT-132"),
)
