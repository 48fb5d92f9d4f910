"""Peppol's rules of Norway (NO-R)."""

from collections.abc import Iterator

from invoicy.readings.reading import Severity
from invoicy.rules.countries import seller_country
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.peppol.identifiers import is_norwegian_organisation
from invoicy.rules.rule import Rule, Violation, rule, violation

_LENGTH = 14


def no_r_001(context: InvoiceContext) -> Iterator[Violation]:
    """A Norwegian VAT identifier (BT-31) is NO, the organisation number and MVA."""
    identifier = context.seller.vat_identifier or ""
    if seller_country(context) != "NO" or identifier[:2] != "NO":
        return
    right = len(identifier) == _LENGTH and identifier.endswith("MVA") and is_norwegian_organisation(identifier[2:11])
    if not right:
        yield violation("/seller/vat_identifier", identifier)


def no_r_002(context: InvoiceContext) -> Iterator[Violation]:
    """Most Norwegian Sellers must give Foretaksregisteret as tax registration identifier (BT-32)."""
    if context.invoice.seller is None and context.syntax:
        return
    if seller_country(context) == "NO" and context.seller.tax_registration_identifier != "Foretaksregisteret":
        yield violation("/seller/tax_registration_identifier", context.seller.tax_registration_identifier)


RULES: tuple[Rule, ...] = (
    rule(no_r_001, "BT-31"),
    rule(no_r_002, "BT-32", severity=Severity.WARNING),
)
