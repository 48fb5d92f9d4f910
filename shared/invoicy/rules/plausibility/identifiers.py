"""Check digits of VAT identifiers and IBANs, by python-stdnum."""

import re
from collections.abc import Iterator

from invoicy.readings.reading import Severity
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation

_LOOKS_LIKE_IBAN = re.compile(r"[A-Z]{2}\d\d[A-Z0-9 ]{8,}", re.IGNORECASE).fullmatch


def invoicy_vat_id(context: InvoiceContext) -> Iterator[Violation]:
    """A VAT identifier of an EU country (BT-31, BT-48, BT-63) has its country's form and check digits."""
    for path, identifier in (
        ("/seller/vat_identifier", context.seller.vat_identifier),
        ("/buyer/vat_identifier", context.buyer.vat_identifier),
        ("/tax_representative/vat_identifier", context.tax_representative.vat_identifier),
    ):
        if identifier and not is_vat_identifier(identifier):
            yield violation(path, identifier)


def is_vat_identifier(identifier: str) -> bool:
    """False where it is of an EU country and wrong; other countries' are not judged."""
    from stdnum.eu import vat  # only the module of the country is loaded

    country = identifier[:2].lower().replace("el", "gr")
    if country not in vat.MEMBER_STATES and country != "xi":
        return True
    return bool(vat.is_valid(identifier.replace("GR", "EL", 1) if country == "gr" else identifier))


def invoicy_iban(context: InvoiceContext) -> Iterator[Violation]:
    """An account (BT-84, BT-91) that looks like an IBAN has an IBAN's length and check digits."""
    accounts = [
        (f"/payment/accounts/{position}/identifier", account.identifier)
        for position, account in enumerate(context.payment.accounts)
    ]
    if context.payment.direct_debit is not None:
        path = "/payment/direct_debit/debited_account_identifier"
        accounts.append((path, context.payment.direct_debit.debited_account_identifier))
    for path, account in accounts:
        if account and _LOOKS_LIKE_IBAN(account) and not _is_iban(account):
            yield violation(path, account)


def _is_iban(account: str) -> bool:
    from stdnum import iban  # loading it takes 5 ms, which an invoice without an IBAN does not need

    return bool(iban.is_valid(account, check_country=False))


RULES: tuple[Rule, ...] = (
    rule(invoicy_vat_id, "BT-31", "BT-48", "BT-63", severity=Severity.WARNING),
    rule(invoicy_iban, "BT-84", "BT-91", severity=Severity.WARNING),
)
