"""EN 16931-1, 6.4: payment instructions and VAT accounting currency."""

from collections.abc import Iterator

from invoicy.readings.reading import Severity
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation

CREDIT_TRANSFER = frozenset({"30", "58"})
_SHOWN_OF_CARD = 10


def br_49(context: InvoiceContext) -> Iterator[Violation]:
    """Payment instructions (BG-16) have a payment means type code (BT-81)."""
    payment = context.payment
    is_given = payment.accounts or payment.card or payment.means_text
    if is_given and not payment.means_code:
        yield violation("/payment/means_code")


def br_50(context: InvoiceContext) -> Iterator[Violation]:
    """A credit transfer (BG-17) has a payment account identifier (BT-84)."""
    if context.payment.means_code not in CREDIT_TRANSFER or context.syntax == "cii":
        return  # CII's payment means are tested one by one: see formats/syntax_rules.py
    for position, account in enumerate(context.payment.accounts):
        if not account.identifier:
            yield violation(f"/payment/accounts/{position}/identifier")


def br_61(context: InvoiceContext) -> Iterator[Violation]:
    """If the payment means (BT-81) is a credit transfer, there is a payment account identifier (BT-84)."""
    payment = context.payment
    if payment.means_code not in CREDIT_TRANSFER or context.syntax == "cii":
        return
    if not any(account.identifier for account in payment.accounts):
        yield violation("/payment/accounts", payment.means_code)


def br_51(context: InvoiceContext) -> Iterator[Violation]:
    """A card number (BT-87) is never shown in full: it has ten characters at most."""
    if context.syntax == "cii":  # in CII it is fatal: see formats/syntax_rules.py
        return
    card = context.payment.card
    number = card.primary_account_number if card else None
    if number is not None and len(" ".join(number.split())) > _SHOWN_OF_CARD:
        yield violation("/payment/card/primary_account_number", count=len(" ".join(number.split())))


def br_53(context: InvoiceContext) -> Iterator[Violation]:
    """If there is a VAT accounting currency (BT-6), there is a VAT total in that currency (BT-111)."""
    accounting = context.invoice.vat_accounting_currency_code
    if accounting is None or (context.is_cii and not context.has_totals):
        return
    same = accounting == context.invoice.currency_code
    if same and context.is_cii:
        yield violation("/vat_accounting_currency_code", accounting, fault="same")
    elif (context.totals.vat if same else context.totals.vat_in_accounting_currency) is None:
        yield violation("/totals/vat_in_accounting_currency", accounting)


RULES: tuple[Rule, ...] = (
    rule(br_49, "BT-81"),
    rule(br_50, "BT-84"),
    rule(br_51, "BT-87", severity=Severity.WARNING),
    rule(br_53, "BT-6", "BT-111"),
    rule(br_61, "BT-81", "BT-84"),
)
