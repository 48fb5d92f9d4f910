"""Peppol's rules of Sweden (SE-R)."""

from collections.abc import Iterator
from decimal import Decimal

from invoicy.model import CreditTransfer
from invoicy.readings.reading import Severity
from invoicy.rules.countries import both_in, seller_address_country
from invoicy.rules.invoice_context import InvoiceContext, VatUse
from invoicy.rules.peppol.identifiers import is_numeric, is_swedish_organisation
from invoicy.rules.rule import Rule, Violation, rule, violation

_RATES = (Decimal(25), Decimal(12), Decimal(6))
_VAT_LENGTH = 14
_ORGANISATION_LENGTH = 10


def _swedish_vat(context: InvoiceContext) -> str | None:
    identifier = context.seller.vat_identifier
    return identifier if seller_address_country(context) == "SE" and identifier and identifier[:2] == "SE" else None


def se_r_001(context: InvoiceContext) -> Iterator[Violation]:
    """A Swedish VAT identifier (BT-31) has fourteen characters."""
    identifier = _swedish_vat(context)
    if identifier and len(identifier) != _VAT_LENGTH:
        yield violation("/seller/vat_identifier", identifier)


def se_r_002(context: InvoiceContext) -> Iterator[Violation]:
    """A Swedish VAT identifier (BT-31) has digits after SE."""
    identifier = _swedish_vat(context)
    if identifier and not is_numeric(identifier[2:14]):
        yield violation("/seller/vat_identifier", identifier)


def _organisation(context: InvoiceContext) -> str | None:
    """The legal registration of a Swedish Seller; empty where the XML has an element for it without content."""
    if seller_address_country(context) != "SE":
        return None
    registration = context.seller.legal_registration_identifier
    number = registration.value if registration else None
    return "" if number is None and (registration or context.has_empty("BT-30")) else number


def se_r_003(context: InvoiceContext) -> Iterator[Violation]:
    """A Swedish organisation number (BT-30) is numeric."""
    number = _organisation(context)
    if number is not None and not is_numeric(number):
        yield violation("/seller/legal_registration_identifier", number)


def se_r_004(context: InvoiceContext) -> Iterator[Violation]:
    """A Swedish organisation number (BT-30) has ten characters."""
    number = _organisation(context)
    if number is not None and len(number) != _ORGANISATION_LENGTH:
        yield violation("/seller/legal_registration_identifier", number)


def se_r_013(context: InvoiceContext) -> Iterator[Violation]:
    """A Swedish organisation number (BT-30) has a valid check digit."""
    number = _organisation(context)
    if number is not None and not is_swedish_organisation(number):
        yield violation("/seller/legal_registration_identifier", number)


def se_r_005(context: InvoiceContext) -> Iterator[Violation]:
    """A Swedish Seller's tax registration (BT-32) is Godkänd för F-skatt."""
    registration = context.seller.tax_registration_identifier
    if _organisation(context) is None or registration is None:
        return
    if " ".join(registration.upper().split()) != "GODKÄND FÖR F-SKATT":
        yield violation("/seller/tax_registration_identifier", registration)


def se_r_006(context: InvoiceContext) -> Iterator[Violation]:
    """A standard rate of VAT of a Swedish Seller is 25 %, 12 % or 6 %."""
    if not _swedish_vat(context):
        return
    use = context.vat.get("S") or VatUse()
    rates = [
        *((f"/lines/{position}/vat_rate", line.vat_rate) for position, line in use.lines),
        *((f"/allowances/{position}/vat_rate", allowance.vat_rate) for position, allowance in use.allowances),
        *((f"/charges/{position}/vat_rate", charge.vat_rate) for position, charge in use.charges),
        *((f"/vat_breakdown/{position}/rate", part.rate) for position, part in use.breakdown),
    ]
    others = (("/vat_breakdown", other.rate) for other in context.facts.other_tax if other.code == "S")
    yield from (violation(path, rate, rate=rate) for path, rate in (*rates, *others) if rate not in _RATES)


def _accounts(context: InvoiceContext, provider: str) -> Iterator[tuple[str, CreditTransfer]]:
    if seller_address_country(context) != "SE" or context.payment.means_code != "30":
        return
    for position, account in enumerate(context.payment.accounts):
        if account.service_provider_identifier == provider:
            yield f"/payment/accounts/{position}/identifier", account


def _not_numeric(context: InvoiceContext, provider: str) -> Iterator[Violation]:
    for path, account in _accounts(context, provider):
        if not is_numeric(account.identifier or ""):
            yield violation(path, account.identifier)


def _of_other_length(context: InvoiceContext, provider: str, least: int) -> Iterator[Violation]:
    for path, account in _accounts(context, provider):
        if not least <= len(account.identifier or "") <= 8:  # noqa: PLR2004
            yield violation(path, account.identifier)


def se_r_007(context: InvoiceContext) -> Iterator[Violation]:
    """A Plusgiro account (BT-84) is numeric."""
    return _not_numeric(context, "SE:PLUSGIRO")


def se_r_010(context: InvoiceContext) -> Iterator[Violation]:
    """A Plusgiro account (BT-84) has two to eight characters."""
    return _of_other_length(context, "SE:PLUSGIRO", 2)


def se_r_008(context: InvoiceContext) -> Iterator[Violation]:
    """A Bankgiro account (BT-84) is numeric."""
    return _not_numeric(context, "SE:BANKGIRO")


def se_r_009(context: InvoiceContext) -> Iterator[Violation]:
    """A Bankgiro account (BT-84) has seven or eight characters."""
    return _of_other_length(context, "SE:BANKGIRO", 7)


def se_r_011(context: InvoiceContext) -> Iterator[Violation]:
    """Swedish Bankgiro and Plusgiro have payment means 30 (BT-81) and the provider (BT-86), not 50 or 56."""
    if seller_address_country(context) == "SE" and context.payment.means_code in {"50", "56"}:
        yield violation("/payment/means_code", context.payment.means_code)


def se_r_012(context: InvoiceContext) -> Iterator[Violation]:
    """A credit transfer between Swedish parties has payment means 30 (BT-81), not 31."""
    if both_in("SE", context) and context.payment.means_code == "31":
        yield violation("/payment/means_code", context.payment.means_code)


_WARNING = Severity.WARNING
RULES: tuple[Rule, ...] = (
    rule(se_r_001, "BT-31"),
    rule(se_r_002, "BT-31"),
    rule(se_r_003, "BT-30"),
    rule(se_r_004, "BT-30"),
    rule(se_r_005, "BT-32"),
    rule(se_r_006, "BT-152", "BT-96", "BT-103", "BT-119"),
    rule(se_r_007, "BT-84", severity=_WARNING),
    rule(se_r_008, "BT-84", severity=_WARNING),
    rule(se_r_009, "BT-84", severity=_WARNING),
    rule(se_r_010, "BT-84", severity=_WARNING),
    rule(se_r_011, "BT-81", severity=_WARNING),
    rule(se_r_012, "BT-81", severity=_WARNING),
    rule(se_r_013, "BT-30"),
)
