"""EN 16931-1, 6.4: payment instructions and VAT accounting currency."""

from collections.abc import Iterator

from invoicy.readings.reading import Severity
from invoicy.rules.case import Case
from invoicy.rules.rule import Break, Rule, fail, rule

CREDIT_TRANSFER = frozenset({"30", "58"})
_SHOWN_OF_CARD = 10


def br_49(case: Case) -> Iterator[Break]:
    """Payment instructions (BG-16) have a payment means type code (BT-81)."""
    payment = case.payment
    is_given = payment.accounts or payment.card or payment.means_text
    if is_given and not payment.means_code:
        yield fail("/payment/means_code")


def br_50(case: Case) -> Iterator[Break]:
    """A credit transfer (BG-17) has a payment account identifier (BT-84)."""
    if case.payment.means_code not in CREDIT_TRANSFER or case.syntax == "cii":
        return  # CII's are asked one by one, by formats/syntax_rules.py
    for position, account in enumerate(case.payment.accounts):
        if not account.identifier:
            yield fail(f"/payment/accounts/{position}/identifier")


def br_61(case: Case) -> Iterator[Break]:
    """If the payment means (BT-81) is a credit transfer, there is a payment account identifier (BT-84)."""
    payment = case.payment
    if payment.means_code not in CREDIT_TRANSFER or case.syntax == "cii":
        return
    if not any(account.identifier for account in payment.accounts):
        yield fail("/payment/accounts", payment.means_code)


def br_51(case: Case) -> Iterator[Break]:
    """A card number (BT-87) is never shown in full: it has ten characters at most."""
    if case.syntax == "cii":  # there it is fatal, which formats/syntax_rules.py says
        return
    card = case.payment.card
    number = card.primary_account_number if card else None
    if number is not None and len(" ".join(number.split())) > _SHOWN_OF_CARD:
        yield fail("/payment/card/primary_account_number", count=len(" ".join(number.split())))


def br_53(case: Case) -> Iterator[Break]:
    """If there is a VAT accounting currency (BT-6), there is a VAT total in that currency (BT-111)."""
    accounting = case.invoice.vat_accounting_currency_code
    if accounting is None or (case.is_cii and not case.has_totals):
        return
    same = accounting == case.invoice.currency_code
    if same and case.is_cii:
        yield fail("/vat_accounting_currency_code", accounting, fault="same")
    elif (case.totals.vat if same else case.totals.vat_in_accounting_currency) is None:
        yield fail("/totals/vat_in_accounting_currency", accounting)


RULES: tuple[Rule, ...] = (
    rule(br_49, "BT-81"),
    rule(br_50, "BT-84"),
    rule(br_51, "BT-87", severity=Severity.WARNING),
    rule(br_53, "BT-6", "BT-111"),
    rule(br_61, "BT-81", "BT-84"),
)
