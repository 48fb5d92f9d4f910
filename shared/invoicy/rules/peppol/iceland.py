"""Peppol's rules of Iceland (IS-R)."""

from collections.abc import Iterator
from datetime import date

from invoicy.model import BuyerAddress, Identifier, SellerAddress, SupportingDocument
from invoicy.readings.reading import Severity
from invoicy.rules.countries import both_in, seller_address_country
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation
from invoicy.wording.values import TermWords

_KENNITALA = "0196"
_ACCOUNT_LENGTH = 12
_FINAL_DATE = "EINDAGI"


def _is_icelandic(context: InvoiceContext) -> bool:
    return seller_address_country(context) == "IS"


def is_r_001(context: InvoiceContext) -> Iterator[Violation]:
    """The type code (BT-3) of an Icelandic Seller's invoice is 380 or 381."""
    if _is_icelandic(context) and context.invoice.type_code not in {"380", "381"}:
        yield violation("/type_code", context.invoice.type_code)


def _registration(path: str, identifier: Identifier | None) -> Iterator[Violation]:
    if identifier is None or identifier.scheme != _KENNITALA:
        fault = "" if identifier is None else "scheme"
        yield violation(path, identifier.value if identifier else None, fault=fault)


def is_r_002(context: InvoiceContext) -> Iterator[Violation]:
    """An Icelandic Seller gives its kennitala as legal registration identifier (BT-30)."""
    if _is_icelandic(context):
        yield from _registration("/seller/legal_registration_identifier", context.seller.legal_registration_identifier)


def is_r_003(context: InvoiceContext) -> Iterator[Violation]:
    """An Icelandic Seller's address has street and post code (BT-35, BT-38)."""
    if _is_icelandic(context):
        yield from _address(context, "/seller/address", context.seller.address, "BT-35", "BT-38")


def _address(
    context: InvoiceContext, path: str, address: SellerAddress | BuyerAddress | None, *terms: str
) -> Iterator[Violation]:
    """terms: of street and post code."""
    values = (address.line_one, address.post_code) if address else (None, None)
    missing = [term for value, term in zip(values, terms, strict=True) if not (value or context.has_empty(term))]
    if missing:
        yield violation(path, missing=TermWords(missing))


def is_r_004(context: InvoiceContext) -> Iterator[Violation]:
    """An Icelandic Seller gives an Icelandic Buyer's kennitala as legal registration identifier (BT-47)."""
    if both_in("IS", context):
        yield from _registration("/buyer/legal_registration_identifier", context.buyer.legal_registration_identifier)


def is_r_005(context: InvoiceContext) -> Iterator[Violation]:
    """An Icelandic Buyer's address has street and post code (BT-50, BT-53), if the Seller is Icelandic, too."""
    if both_in("IS", context):
        yield from _address(context, "/buyer/address", context.buyer.address, "BT-50", "BT-53")


def _account(context: InvoiceContext, means: str) -> Iterator[Violation]:
    if not _is_icelandic(context) or context.payment.means_code != means:
        return
    if not any(len(account.identifier or "") == _ACCOUNT_LENGTH for account in context.payment.accounts):
        given = ", ".join(account.identifier for account in context.payment.accounts if account.identifier)
        yield violation("/payment/accounts", given or None, given=given)


def is_r_006(context: InvoiceContext) -> Iterator[Violation]:
    """An Icelandic claim (BT-81 is 9) has an account of twelve digits (BT-84)."""
    return _account(context, "9")


def is_r_007(context: InvoiceContext) -> Iterator[Violation]:
    """An Icelandic transfer (BT-81 is 42) has an account of twelve digits (BT-84)."""
    return _account(context, "42")


def _final_dates(context: InvoiceContext) -> list[tuple[int, SupportingDocument]]:
    if not _is_icelandic(context):
        return []
    documents = enumerate(context.invoice.supporting_documents)
    return [(position, document) for position, document in documents if document.description == _FINAL_DATE]


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "") if len(text or "") == len("YYYY-MM-DD") else None
    except ValueError:
        return None


def is_r_008(context: InvoiceContext) -> Iterator[Violation]:
    """An EINDAGI (BT-122) is written YYYY-MM-DD."""
    for position, document in _final_dates(context):
        if _date(document.reference) is None:
            yield violation(f"/supporting_documents/{position}/reference", document.reference)


def is_r_009(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice with an EINDAGI has a due date (BT-9)."""
    if _final_dates(context) and not context.invoice.due_date and not context.has_empty("BT-9"):
        yield violation("/due_date")


def is_r_010(context: InvoiceContext) -> Iterator[Violation]:
    """An EINDAGI (BT-122) is the due date (BT-9) or later."""
    due = context.invoice.due_date
    for position, document in _final_dates(context):
        if due is None or (document.reference or "") < due.isoformat():
            yield violation(f"/supporting_documents/{position}/reference", document.reference, due)


RULES: tuple[Rule, ...] = (
    rule(is_r_001, "BT-3", severity=Severity.WARNING),
    rule(is_r_002, "BT-30"),
    rule(is_r_003, "BT-35", "BT-38"),
    rule(is_r_004, "BT-47"),
    rule(is_r_005, "BT-50", "BT-53"),
    rule(is_r_006, "BT-84"),
    rule(is_r_007, "BT-84"),
    rule(is_r_008, "BT-122"),
    rule(is_r_009, "BT-9"),
    rule(is_r_010, "BT-122", "BT-9"),
)
