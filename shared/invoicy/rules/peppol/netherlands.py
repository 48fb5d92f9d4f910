"""Peppol's rules of the Netherlands (NL-R)."""

from collections.abc import Iterator
from typing import Any

from invoicy.model import Identifier
from invoicy.rules.case import ZERO, Case
from invoicy.rules.countries import buyer_address_country, seller_address_country
from invoicy.rules.rule import Break, Rule, fail, rule
from invoicy.wording.values import Terms

_SCHEMES = frozenset({"0106", "0190"})
_MEANS = frozenset({"30", "48", "49", "57", "58", "59"})


def _is_dutch(case: Case) -> bool:
    return seller_address_country(case) == "NL"


def _buyer_too(case: Case) -> bool:
    return _is_dutch(case) and buyer_address_country(case) == "NL"


def nl_r_001(case: Case) -> Iterator[Break]:
    """A Dutch credit note names the invoice it is about (BT-25)."""
    named = any(preceding.reference for preceding in case.invoice.preceding_invoices) or case.has_empty("BT-25")
    if _is_dutch(case) and case.is_credit_note and not named:
        yield fail("/preceding_invoices")


def _address(case: Case, path: str, address: Any, *terms: str) -> Iterator[Break]:
    """terms: of street, city and post code."""
    if address is None:
        return
    values = (address.line_one, address.city, address.post_code)
    missing = [term for value, term in zip(values, terms, strict=True) if not (value or case.has_empty(term))]
    if missing:
        yield fail(path, *values, missing=Terms(missing))


def nl_r_002(case: Case) -> Iterator[Break]:
    """A Dutch Seller's address has street, city and post code (BT-35, BT-37, BT-38)."""
    if _is_dutch(case):
        yield from _address(case, "/seller/address", case.seller.address, "BT-35", "BT-37", "BT-38")


def nl_r_004(case: Case) -> Iterator[Break]:
    """A Dutch Buyer's address has street, city and post code (BT-50, BT-52, BT-53), if the Seller is Dutch, too."""
    if _buyer_too(case):
        yield from _address(case, "/buyer/address", case.buyer.address, "BT-50", "BT-52", "BT-53")


def nl_r_006(case: Case) -> Iterator[Break]:
    """A Dutch tax representative's address has street, city and post code (BT-64, BT-66, BT-67)."""
    address = case.tax_representative.address
    if _is_dutch(case) and address is not None and (address.country_code or "").upper() == "NL":
        yield from _address(case, "/tax_representative/address", address, "BT-64", "BT-66", "BT-67")


def _registration(path: str, identifier: Identifier | None) -> Iterator[Break]:
    if identifier is not None and not (identifier.value and identifier.scheme in _SCHEMES):
        yield fail(path, identifier.value, identifier.scheme, scheme=identifier.scheme)


def nl_r_003(case: Case) -> Iterator[Break]:
    """A Dutch Seller's legal registration (BT-30) is a KVK (0106) or OIN (0190) number."""
    if _is_dutch(case):
        yield from _registration("/seller/legal_registration_identifier", case.seller.legal_registration_identifier)


def nl_r_005(case: Case) -> Iterator[Break]:
    """A Dutch Buyer's legal registration (BT-47) is a KVK (0106) or OIN (0190) number, if the Seller is Dutch."""
    if _buyer_too(case):
        yield from _registration("/buyer/legal_registration_identifier", case.buyer.legal_registration_identifier)


def nl_r_007(case: Case) -> Iterator[Break]:
    """If an amount is due to a Dutch Seller, there are payment instructions (BG-16)."""
    due = case.totals.due
    if not _is_dutch(case) or not case.has_totals or case.has_payment_means:
        return
    if due is None or (due < ZERO if case.is_credit_note else due > ZERO):
        yield fail("/payment/means_code", due)


def nl_r_008(case: Case) -> Iterator[Break]:
    """The payment means (BT-81) between Dutch parties is 30, 48, 49, 57, 58 or 59."""
    code = case.payment.means_code
    if _buyer_too(case) and case.has_payment_means and code not in _MEANS:
        yield fail("/payment/means_code", code)


def nl_r_009(case: Case) -> Iterator[Break]:
    """If a Dutch Seller refers to order lines (BT-132), there is a purchase order reference (BT-13)."""
    if not _is_dutch(case) or case.invoice.purchase_order_reference or case.has_empty("BT-13"):
        return
    for position, line in enumerate(case.invoice.lines):
        if line.order_line_reference:
            yield fail(f"/lines/{position}/order_line_reference", line.order_line_reference)


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
