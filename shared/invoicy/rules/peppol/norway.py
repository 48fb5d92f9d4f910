"""Peppol's rules of Norway (NO-R)."""

from collections.abc import Iterator

from invoicy.readings.reading import Severity
from invoicy.rules.case import Case
from invoicy.rules.countries import seller_country
from invoicy.rules.peppol.identifiers import is_norwegian_organisation
from invoicy.rules.rule import Break, Rule, fail, rule

_LENGTH = 14


def no_r_001(case: Case) -> Iterator[Break]:
    """A Norwegian VAT identifier (BT-31) is NO, the organisation number and MVA."""
    identifier = case.seller.vat_identifier or ""
    if seller_country(case) != "NO" or identifier[:2] != "NO":
        return
    right = len(identifier) == _LENGTH and identifier.endswith("MVA") and is_norwegian_organisation(identifier[2:11])
    if not right:
        yield fail("/seller/vat_identifier", identifier)


def no_r_002(case: Case) -> Iterator[Break]:
    """Most Norwegian Sellers must give Foretaksregisteret as tax registration identifier (BT-32)."""
    if case.invoice.seller is None and case.syntax:
        return
    if seller_country(case) == "NO" and case.seller.tax_registration_identifier != "Foretaksregisteret":
        yield fail("/seller/tax_registration_identifier", case.seller.tax_registration_identifier)


RULES: tuple[Rule, ...] = (
    rule(no_r_001, "BT-31"),
    rule(no_r_002, "BT-32", severity=Severity.WARNING),
)
