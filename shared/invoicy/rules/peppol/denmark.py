"""Peppol's rules of Denmark (DK-R)."""

from collections.abc import Callable, Iterator

from invoicy.model import CreditTransfer, Identifier
from invoicy.readings.reading import Severity
from invoicy.rules.countries import both_in, seller_address_country
from invoicy.rules.en16931.lines import document_level, line_level
from invoicy.rules.invoice_context import ZERO, InvoiceContext
from invoicy.rules.peppol.identifiers import is_numeric
from invoicy.rules.rule import Rule, Violation, rule, violation

_MEANS = frozenset(["1", "10", "31", "42", "48", "49", "50", "58", "59", "93", "97"])
_CVR = "0184"
_UNSPSC = frozenset({"19.05.01", "19.0501", "26.08.01", "26.0801"})


def dk_r_002(context: InvoiceContext) -> Iterator[Violation]:
    """A Danish Seller gives its CVR number as legal registration identifier (BT-30)."""
    registration = context.seller.legal_registration_identifier
    if seller_address_country(context) == "DK" and not (registration and registration.value):
        yield violation("/seller/legal_registration_identifier")


def dk_r_014(context: InvoiceContext) -> Iterator[Violation]:
    """A Danish Seller's legal registration (BT-30) has scheme 0184."""
    registration = context.seller.legal_registration_identifier
    if seller_address_country(context) == "DK" and registration and registration.scheme != _CVR:
        yield violation("/seller/legal_registration_identifier/scheme", registration.scheme)


def dk_r_017(context: InvoiceContext) -> Iterator[Violation]:
    """A Danish Buyer's legal registration (BT-47) has scheme 0184."""
    registration = context.buyer.legal_registration_identifier
    if both_in("DK", context) and registration and registration.scheme != _CVR:
        yield violation("/buyer/legal_registration_identifier/scheme", registration.scheme)


def dk_r_016(context: InvoiceContext) -> Iterator[Violation]:
    """The amount due (BT-115) of a Danish credit note is not negative."""
    due = context.totals.due
    if both_in("DK", context) and context.is_credit_note and due is not None and due < ZERO:
        yield violation("/totals/due", due)


def dk_r_013(context: InvoiceContext) -> Iterator[Violation]:
    """Identifiers of Danish parties (BT-29, BT-46) have a scheme."""
    if not both_in("DK", context):
        return
    parties: list[tuple[str, Identifier]] = [
        (f"/seller/identifiers/{position}", identifier)
        for position, identifier in enumerate(context.seller.identifiers)
    ]
    if context.buyer.identifier is not None:
        parties.append(("/buyer/identifier", context.buyer.identifier))
    yield from (violation(f"{path}/scheme", identifier.value) for path, identifier in parties if not identifier.scheme)


def dk_r_005(context: InvoiceContext) -> Iterator[Violation]:
    """The payment means (BT-81) between Danish parties is 1, 10, 31, 42, 48, 49, 50, 58, 59, 93 or 97."""
    code = context.payment.means_code
    if _is_danish_invoice(context) and context.has_payment_means and code not in _MEANS:
        yield violation("/payment/means_code", code)


def _is_danish_invoice(context: InvoiceContext) -> bool:
    """Test for an invoice between Danish parties; credit notes are exempt."""
    return both_in("DK", context) and not context.is_credit_note


def _means(context: InvoiceContext) -> str:
    return (context.payment.means_code or "") if _is_danish_invoice(context) else ""


def _account(context: InvoiceContext) -> CreditTransfer:
    return context.payment.accounts[0] if context.payment.accounts else CreditTransfer()


def dk_r_006(context: InvoiceContext) -> Iterator[Violation]:
    """A Danish bank transfer (31, 42) has an account (BT-84) and a registration number (BT-86)."""
    account = _account(context)
    if _means(context) in {"31", "42"} and not (account.identifier and account.service_provider_identifier):
        fault = "no-account" if not account.identifier else ""
        yield violation("/payment/accounts", account.identifier, account.service_provider_identifier, fault=fault)


def dk_r_007(context: InvoiceContext) -> Iterator[Violation]:
    """A Danish direct debit (49) has a mandate reference (BT-89) and a debited account (BT-91)."""
    debit = context.payment.direct_debit
    is_given = debit and debit.mandate_reference_identifier and debit.debited_account_identifier
    if _means(context) == "49" and not is_given:
        fault = "no-mandate" if not (debit and debit.mandate_reference_identifier) else ""
        yield violation("/payment/direct_debit", fault=fault)


def _card_type(context: InvoiceContext) -> str:
    return (context.payment.remittance_information or "")[:3]


def dk_r_008(context: InvoiceContext) -> Iterator[Violation]:
    """A Danish Giro payment (50) has remittance 01#, 04# or 15# (BT-83) and an account of 7 or 8 digits (BT-84)."""
    return _giro(context, "50", {"01#", "04#", "15#"}, lambda account: account.isdigit() and len(account) in {7, 8})


def dk_r_010(context: InvoiceContext) -> Iterator[Violation]:
    """A Danish FIK payment (93) has remittance 71#, 73# or 75# (BT-83) and an account of eight characters (BT-84)."""
    return _giro(context, "93", {"71#", "73#", "75#"}, lambda account: len(account) == 8)  # noqa: PLR2004


def _giro(context: InvoiceContext, means: str, cards: set[str], is_right: Callable[[str], bool]) -> Iterator[Violation]:
    account = _account(context).identifier or ""
    remittance, is_card = context.payment.remittance_information, _card_type(context) in cards
    if _means(context) == means and not (is_card and is_right(account)):
        fault = "account" if is_card else ""
        yield violation("/payment/remittance_information", remittance, account, fault=fault, account=account)


def dk_r_009(context: InvoiceContext) -> Iterator[Violation]:
    """A Danish Giro payment has sixteen digits after 04# or 15# (BT-83)."""
    remittance = context.payment.remittance_information or ""
    if _means(context) == "50" and _card_type(context) in {"04#", "15#"} and len(remittance) != 19:  # noqa: PLR2004
        yield violation("/payment/remittance_information", remittance)


def dk_r_011(context: InvoiceContext) -> Iterator[Violation]:
    """A Danish FIK payment has fifteen or sixteen digits after 71# or 75# (BT-83)."""
    remittance = context.payment.remittance_information or ""
    if _means(context) == "93" and _card_type(context) in {"71#", "75#"} and len(remittance) not in {18, 19}:
        yield violation("/payment/remittance_information", remittance)


def dk_r_003(context: InvoiceContext) -> Iterator[Violation]:
    """UNSPSC codes of Danish Sellers (BT-158) are of version 19.05.01 or 26.08.01."""
    if not both_in("DK", context):
        return
    for position, line in enumerate(context.invoice.lines):
        classes = line.item.classification_identifiers if line.item else ()
        versions = {identifier.scheme_version for identifier in classes}
        if any(c.scheme == "TST" for c in classes) and not versions & _UNSPSC:
            others = sorted(version for version in versions if version)
            yield violation(f"/lines/{position}/item/classification_identifiers", *others, versions=", ".join(others))


def dk_r_004(context: InvoiceContext) -> Iterator[Violation]:
    """Other Danish taxes have reason code ZZZ and a reason of four digits, or of two parts with # between them."""
    if not both_in("DK", context):
        return
    for name in ("allowances", "charges"):
        for path, group in (*document_level(context, name), *line_level(context, name)):
            if group.reason_code == "ZZZ" and not _is_danish_tax(group.reason or ""):
                yield violation(f"{path}/reason", group.reason)


def _is_danish_tax(reason: str) -> bool:
    is_number = len(reason) == 4 and is_numeric(reason) and not reason.startswith("-")  # noqa: PLR2004
    return is_number or ("#" in reason and not reason.startswith("#") and not reason.endswith("#"))


RULES: tuple[Rule, ...] = (
    rule(dk_r_002, "BT-30"),
    rule(dk_r_003, "BT-158", severity=Severity.WARNING),
    rule(dk_r_004, "BT-97", "BT-98", "BT-104", "BT-105"),
    rule(dk_r_005, "BT-81"),
    rule(dk_r_006, "BT-84", "BT-86"),
    rule(dk_r_007, "BT-89", "BT-91"),
    rule(dk_r_008, "BT-83", "BT-84"),
    rule(dk_r_009, "BT-83"),
    rule(dk_r_010, "BT-83", "BT-84"),
    rule(dk_r_011, "BT-83"),
    rule(dk_r_013, "BT-29", "BT-46"),
    rule(dk_r_014, "BT-30-1"),
    rule(dk_r_016, "BT-115"),
    rule(dk_r_017, "BT-47-1", severity=Severity.WARNING),
)
