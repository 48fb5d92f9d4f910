"""Peppol's rules of Italy (IT-R)."""

import re
from collections.abc import Iterator

from invoicy.rules.countries import seller_country
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Check, Rule, Violation, rule, violation

_TAX_NUMBER = re.compile(r"[A-Z0-9]{11,16}").fullmatch


def it_r_001(context: InvoiceContext) -> Iterator[Violation]:
    """An Italian tax registration (BT-32) has eleven to sixteen letters or digits."""
    number = context.seller.tax_registration_identifier
    if seller_country(context) == "IT" and number is not None and not _TAX_NUMBER(number):
        yield violation("/seller/tax_registration_identifier", number)


def _has(field: str, term: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        if seller_country(context) != "IT" or (context.syntax and context.invoice.seller is None):
            return
        if not getattr(context.seller.address, field, None) and not context.has_empty(term):
            yield violation(f"/seller/address/{field}")

    return check


def _rule(number: int, what: str, field: str, term: str) -> Rule:
    made = rule(_has(field, term), term, id=f"IT-R-{number:03}")
    return Rule(made.id, made.severity, made.terms, f"An Italian Seller's address has {what} ({term}).", made.check)


RULES: tuple[Rule, ...] = (
    rule(it_r_001, "BT-32"),
    _rule(2, "a first line", "line_one", "BT-35"),
    _rule(3, "a city", "city", "BT-37"),
    _rule(4, "a post code", "post_code", "BT-38"),
)
