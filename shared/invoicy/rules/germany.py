"""XRechnung 3.0.2, chapter 12: the German rules (BR-DE, BR-TMP)."""

import re
from collections.abc import Iterator
from typing import Any

from invoicy.readings.reading import Severity
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation
from invoicy.rules.specifications import CIUS, CVD, EXTENSION

_VAT_CODES = frozenset({"S", "Z", "E", "AE", "K", "G", "L", "M"})
_TYPE_CODES = frozenset({"326", "380", "384", "389", "381", "875", "876", "877"})
_SKONTO = re.compile(r"#(SKONTO)#TAGE=([0-9]+#PROZENT=[0-9]+\.[0-9]{2})(#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#").fullmatch
_EMAIL = re.compile(r"[^@\s]+@([^@.\s]+\.)+[^@.\s]+").fullmatch
_TELEPHONE = re.compile(r"(\D*\d){3}").search
_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:.*", re.DOTALL).match
_IBAN = re.compile(r"[A-Z]{2}\d{2}[a-zA-Z0-9]{0,30}").fullmatch
_TRANSFER = frozenset({"30", "58"})
_CARD = frozenset({"48", "54", "55"})
_DEBIT = "59"


def br_de_1(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice has payment instructions (BG-16)."""
    if not context.has_payment_means:
        yield violation("/payment/means_code")


def br_de_2(context: InvoiceContext) -> Iterator[Violation]:
    """The Seller names a contact (BG-6)."""
    if context.seller.contact is None and (context.invoice.seller is not None or not context.syntax):
        yield violation("/seller/contact")


def _has(group: Any, path: str, *fields: str) -> Iterator[Violation]:
    if group is not None and not any(getattr(group, field) for field in fields):
        yield violation(f"{path}/{fields[0]}")


def br_de_3(context: InvoiceContext) -> Iterator[Violation]:
    """The Seller's address has a city (BT-37)."""
    return _has(context.seller.address, "/seller/address", "city")


def br_de_4(context: InvoiceContext) -> Iterator[Violation]:
    """The Seller's address has a post code (BT-38)."""
    return _has(context.seller.address, "/seller/address", "post_code")


def br_de_5(context: InvoiceContext) -> Iterator[Violation]:
    """The Seller's contact has a name (BT-41)."""
    return _has(context.seller.contact, "/seller/contact", "point", "department")


def br_de_6(context: InvoiceContext) -> Iterator[Violation]:
    """The Seller's contact has a telephone number (BT-42)."""
    return _has(context.seller.contact, "/seller/contact", "telephone_number")


def br_de_7(context: InvoiceContext) -> Iterator[Violation]:
    """The Seller's contact has an e-mail address (BT-43)."""
    return _has(context.seller.contact, "/seller/contact", "email_address")


def br_de_8(context: InvoiceContext) -> Iterator[Violation]:
    """The Buyer's address has a city (BT-52)."""
    return _has(context.buyer.address, "/buyer/address", "city")


def br_de_9(context: InvoiceContext) -> Iterator[Violation]:
    """The Buyer's address has a post code (BT-53)."""
    return _has(context.buyer.address, "/buyer/address", "post_code")


def br_de_10(context: InvoiceContext) -> Iterator[Violation]:
    """The delivery address has a city (BT-77)."""
    return _has(context.delivery.address, "/delivery/address", "city")


def br_de_11(context: InvoiceContext) -> Iterator[Violation]:
    """The delivery address has a post code (BT-78)."""
    return _has(context.delivery.address, "/delivery/address", "post_code")


def br_de_14(context: InvoiceContext) -> Iterator[Violation]:
    """Each VAT breakdown has a rate (BT-119)."""
    if context.syntax:  # in an XML any text counts as a rate, and other taxes, too: see formats/syntax_rules.py
        return
    for position, part in enumerate(context.invoice.vat_breakdown):
        if part.rate is None:
            yield violation(f"/vat_breakdown/{position}/rate")


def br_de_15(context: InvoiceContext) -> Iterator[Violation]:
    """There is a buyer reference (BT-10): the Leitweg-ID of a public Buyer."""
    if not context.invoice.buyer_reference:
        yield violation("/buyer_reference")


def br_de_16(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice with VAT names the Seller's VAT identifier (BT-31), tax number (BT-32) or representative (BG-11)."""
    if (
        context.syntax
    ):  # in an XML any element with such a code counts, and any registration: see formats/syntax_rules.py
        return
    seller = context.seller
    used = any(code in _VAT_CODES and (use.lines or use.allowances or use.charges) for code, use in context.vat.items())
    own = seller.vat_identifier or seller.tax_registration_identifier
    if used and not own and context.invoice.tax_representative is None:
        yield violation("/seller/vat_identifier")


def br_de_17(context: InvoiceContext) -> Iterator[Violation]:
    """The type code (BT-3) is one of 326, 380, 381, 384, 389, 875, 876 and 877."""
    if context.invoice.type_code not in _TYPE_CODES:
        yield violation("/type_code", context.invoice.type_code)


def br_de_18(context: InvoiceContext) -> Iterator[Violation]:
    """Cash discounts in the payment terms (BT-20) are written #SKONTO#TAGE=14#PROZENT=2.25# on lines of their own."""
    terms = context.invoice.payment_terms or ""
    lines = [line for line in re.split(r"\r?\n", terms) if line.strip().startswith("#")]
    ends_line = re.match(r"\s*\n", re.split(r"#.+#", terms)[-1]) is not None
    if any(not _SKONTO(" ".join(line.split())) for line in lines) or (lines and not ends_line):
        yield violation("/payment_terms", terms)


def br_de_19(context: InvoiceContext) -> Iterator[Violation]:
    """A SEPA credit transfer (58) has a valid IBAN (BT-84)."""
    if context.payment.means_code != "58":
        return
    accounts = context.payment.accounts
    if not any(is_iban(account.identifier or "") for account in accounts):
        given = ", ".join(account.identifier for account in accounts if account.identifier)
        yield violation("/payment/accounts/0/identifier", *(account.identifier for account in accounts), given=given)


def br_de_20(context: InvoiceContext) -> Iterator[Violation]:
    """A SEPA direct debit (59) has a valid IBAN of the debited account (BT-91)."""
    debit = context.payment.direct_debit
    account = debit.debited_account_identifier if debit else None
    if context.payment.means_code == _DEBIT and not is_iban(account or ""):
        yield violation("/payment/direct_debit/debited_account_identifier", account)


def is_iban(text: str) -> bool:
    """Country, check digits modulo 97, up to thirty letters and digits; blanks do not count."""
    iban = "".join(text.split())
    if not _IBAN(iban):
        return False
    return int("".join(str(int(c, 36)) for c in iban[4:] + iban[:4])) % 97 == 1


def br_de_21(context: InvoiceContext) -> Iterator[Violation]:
    """The specification (BT-24) is XRechnung 3.0, its extension or its CVD."""
    if context.syntax == "cii" and context.invoice.process is None:  # the official rule tests only an existing group
        return
    specification = context.process.specification_identifier
    if specification not in {CIUS, EXTENSION, CVD}:
        yield violation("/process/specification_identifier", specification)


def br_de_22(context: InvoiceContext) -> Iterator[Violation]:
    """Attached documents (BT-125) have different file names."""
    seen: set[str] = set()
    for position, document in enumerate(context.invoice.supporting_documents):
        name = document.attachment.filename if document.attachment else None
        if name is not None and name in seen:
            yield violation(f"/supporting_documents/{position}/attachment/filename", name)
        seen.add(name or "")


def _means(context: InvoiceContext) -> str:
    """Return the payment means; empty for an XML, whose means are tested one by one in formats/syntax_rules.py."""
    return "" if context.syntax else context.payment.means_code or ""


def br_de_23_a(context: InvoiceContext) -> Iterator[Violation]:
    """A credit transfer (30, 58) names the account (BG-17)."""
    if _means(context) in _TRANSFER and not context.payment.accounts:
        yield violation("/payment/accounts", context.payment.means_code)


def br_de_23_b(context: InvoiceContext) -> Iterator[Violation]:
    """A credit transfer (30, 58) has no card (BG-18) and no direct debit (BG-19)."""
    payment = context.payment
    if _means(context) in _TRANSFER and (payment.card or payment.direct_debit):
        yield violation("/payment", payment.means_code)


def br_de_24_a(context: InvoiceContext) -> Iterator[Violation]:
    """A card payment (48, 54, 55) names the card (BG-18)."""
    if _means(context) in _CARD and context.payment.card is None:
        yield violation("/payment/card", context.payment.means_code)


def br_de_24_b(context: InvoiceContext) -> Iterator[Violation]:
    """A card payment (48, 54, 55) has no account (BG-17) and no direct debit (BG-19)."""
    payment = context.payment
    if _means(context) in _CARD and (payment.accounts or payment.direct_debit):
        yield violation("/payment", payment.means_code)


def br_de_25_a(context: InvoiceContext) -> Iterator[Violation]:
    """A direct debit (59) has its details (BG-19)."""
    if _means(context) == _DEBIT and context.payment.direct_debit is None:
        yield violation("/payment/direct_debit", context.payment.means_code)


def br_de_25_b(context: InvoiceContext) -> Iterator[Violation]:
    """A direct debit (59) has no account (BG-17) and no card (BG-18)."""
    payment = context.payment
    if _means(context) == _DEBIT and (payment.accounts or payment.card):
        yield violation("/payment", payment.means_code)


def br_de_26(context: InvoiceContext) -> Iterator[Violation]:
    """A corrected invoice (384) names the one it corrects (BG-3)."""
    if context.invoice.type_code == "384" and not context.invoice.preceding_invoices:
        yield violation("/preceding_invoices")


def br_de_27(context: InvoiceContext) -> Iterator[Violation]:
    """A telephone number (BT-42) has at least three digits."""
    contact = context.seller.contact
    if contact is not None and not _TELEPHONE(contact.telephone_number or ""):
        yield violation("/seller/contact/telephone_number", contact.telephone_number)


def br_de_28(context: InvoiceContext) -> Iterator[Violation]:
    """An e-mail address (BT-43) has one @ with text on both sides, and a dot after it."""
    contact = context.seller.contact
    if contact is not None and not _EMAIL(contact.email_address or ""):
        yield violation("/seller/contact/email_address", contact.email_address)


def br_de_30(context: InvoiceContext) -> Iterator[Violation]:
    """A direct debit (BG-19) names the creditor identifier (BT-90)."""
    debit = context.payment.direct_debit
    if debit is None or context.is_ubl:  # in UBL the mandate's group counts: see formats/syntax_rules.py
        return
    is_given = debit.mandate_reference_identifier or debit.debited_account_identifier
    if not (is_given and debit.bank_assigned_creditor_identifier):
        yield violation("/payment/direct_debit/bank_assigned_creditor_identifier")


def br_de_31(context: InvoiceContext) -> Iterator[Violation]:
    """A direct debit (BG-19) names the debited account (BT-91)."""
    debit = context.payment.direct_debit
    if debit is None or context.is_ubl:
        return
    is_given = debit.mandate_reference_identifier or debit.bank_assigned_creditor_identifier
    if not (is_given and debit.debited_account_identifier):
        yield violation("/payment/direct_debit/debited_account_identifier")


def br_de_tmp_32(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice should have a delivery date (BT-72), an invoicing period (BG-14) or a period on each line (BG-26)."""
    is_given = context.delivery.actual_date or context.delivery.invoicing_period or context.invoice.vat_point_date_code
    lines = context.invoice.lines
    if not is_given and not all(line.period is not None for line in lines):
        yield violation("/delivery/actual_date")


def br_tmp_2(context: InvoiceContext) -> Iterator[Violation]:
    """The location of an external document (BT-124) is an address with its scheme, such as https:."""
    if context.syntax == "cii":  # in CII it depends on the document's type code: see formats/syntax_rules.py
        return
    for position, document in enumerate(context.invoice.supporting_documents):
        if document.external_location is not None and not _URL(document.external_location):
            yield violation(f"/supporting_documents/{position}/external_location", document.external_location)


def br_tmp_3(context: InvoiceContext) -> Iterator[Violation]:
    """Gross and net price have the same base quantity and unit (BT-149, BT-150)."""
    for position, line in enumerate(context.invoice.lines):
        gross, net = line.gross_price_base_quantity, line.price_base_quantity
        units = {line.gross_price_base_quantity_unit_code, line.price_base_quantity_unit_code} - {None}
        if gross is not None and net is not None and (gross != net or len(units) > 1):
            yield violation(f"/lines/{position}/gross_price_base_quantity", gross, net)


_WARNING = Severity.WARNING
RULES: tuple[Rule, ...] = (
    rule(br_de_1, "BG-16"),
    rule(br_de_2, "BG-6"),
    rule(br_de_3, "BT-37"),
    rule(br_de_4, "BT-38"),
    rule(br_de_5, "BT-41"),
    rule(br_de_6, "BT-42"),
    rule(br_de_7, "BT-43"),
    rule(br_de_8, "BT-52"),
    rule(br_de_9, "BT-53"),
    rule(br_de_10, "BT-77"),
    rule(br_de_11, "BT-78"),
    rule(br_de_14, "BT-119"),
    rule(br_de_15, "BT-10"),
    rule(br_de_16, "BT-31", "BT-32", "BG-11"),
    rule(br_de_17, "BT-3", severity=_WARNING),
    rule(br_de_18, "BT-20"),
    rule(br_de_19, "BT-84", severity=_WARNING),
    rule(br_de_20, "BT-91", severity=_WARNING),
    rule(br_de_21, "BT-24", severity=_WARNING),
    rule(br_de_22, "BT-125-2"),
    rule(br_de_23_a, "BG-17", id="BR-DE-23-a"),
    rule(br_de_23_b, "BG-18", "BG-19", id="BR-DE-23-b"),
    rule(br_de_24_a, "BG-18", id="BR-DE-24-a"),
    rule(br_de_24_b, "BG-17", "BG-19", id="BR-DE-24-b"),
    rule(br_de_25_a, "BG-19", id="BR-DE-25-a"),
    rule(br_de_25_b, "BG-17", "BG-18", id="BR-DE-25-b"),
    rule(br_de_26, "BG-3", severity=_WARNING),
    rule(br_de_27, "BT-42", severity=_WARNING),
    rule(br_de_28, "BT-43", severity=_WARNING),
    rule(br_de_30, "BT-90"),
    rule(br_de_31, "BT-91"),
    rule(br_de_tmp_32, "BT-72", "BG-14", "BG-26", severity=Severity.INFORMATION),
    rule(br_tmp_2, "BT-124"),
    rule(br_tmp_3, "BT-149", "BT-150"),
)
