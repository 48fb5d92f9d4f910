"""Peppol BIS Billing 3, CL and P01x: its own choices from the code lists."""

from collections.abc import Iterator

from invoicy.model.code_lists import codes
from invoicy.readings.reading import Severity
from invoicy.rules.en16931.lines import document_level, line_level
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.peppol.document import process_number
from invoicy.rules.rule import Check, Rule, Violation, rule, violation
from invoicy.wording.values import CodeWords

_CATEGORY_OF_REASON = (
    (104, "VATEX-EU-G", "G"),
    (105, "VATEX-EU-O", "O"),
    (106, "VATEX-EU-IC", "K"),
    (107, "VATEX-EU-AE", "AE"),
    (108, "VATEX-EU-D", "E"),
    (109, "VATEX-EU-F", "E"),
    (110, "VATEX-EU-I", "E"),
    (111, "VATEX-EU-J", "E"),
)


def peppol_en16931_cl001(context: InvoiceContext) -> Iterator[Violation]:
    """An attached document (BT-125) is a PDF, PNG, JPEG, CSV, Excel or OpenDocument spreadsheet."""
    for position, document in enumerate(context.invoice.supporting_documents):
        code = document.attachment.mime_code if document.attachment else None
        if code is not None and code not in codes("attachment_mime"):
            path = f"/supporting_documents/{position}/attachment/mime_code"
            yield violation(path, code, list=CodeWords("attachment_mime", code))


def _reasons(name: str) -> Check:
    known = {"allowances": "allowance_reason", "charges": "charge_reason"}[name]

    def check(context: InvoiceContext) -> Iterator[Violation]:
        for path, group in (*document_level(context, name), *line_level(context, name)):
            if group.reason_code is not None and group.reason_code not in codes(known):
                yield violation(f"{path}/reason_code", group.reason_code, list=CodeWords(known, group.reason_code))

    return check


def peppol_en16931_cl006(context: InvoiceContext) -> Iterator[Violation]:
    """The VAT point date code (BT-8) is 3, 35 or 432."""
    code = context.invoice.vat_point_date_code
    if code is not None and code not in codes("vat_point_date"):
        yield violation("/vat_point_date_code", code, list=CodeWords("vat_point_date", code))


def peppol_en16931_cl007(context: InvoiceContext) -> Iterator[Violation]:
    """The currency code (BT-5) is in ISO 4217."""
    code = context.invoice.currency_code
    if code is not None and code not in codes("currency") and not context.syntax:
        yield violation("/currency_code", code, list=CodeWords("currency", code))


def peppol_en16931_cl008(context: InvoiceContext) -> Iterator[Violation]:
    """The scheme of an electronic address (BT-34, BT-49) is one that Peppol delivers to."""
    for path, address in (("/seller", context.seller.electronic_address), ("/buyer", context.buyer.electronic_address)):
        scheme = address.scheme if address else None
        if scheme is not None and scheme not in codes("peppol_electronic_address_scheme"):
            known = CodeWords("peppol_electronic_address_scheme", scheme)
            yield violation(f"{path}/electronic_address/scheme", scheme, list=known)


def peppol_en16931_p0100(context: InvoiceContext) -> Iterator[Violation]:
    """The type code of an invoice (BT-3) is one that Peppol's billing process takes."""
    if context.is_ubl or process_number(context) != "01":
        return  # in an XML it depends on the type of document: see formats/syntax_rules.py
    known = codes("peppol_invoice_type") | codes("peppol_credit_note_type")
    if context.invoice.type_code and context.invoice.type_code not in known:
        code = context.invoice.type_code
        yield violation("/type_code", code, list=CodeWords("peppol_invoice_type", code))


def _category_of(reason: str, category: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        for position, part in enumerate(context.invoice.vat_breakdown):
            if (part.exemption_reason_code or "").upper() == reason and part.category_code != category:
                path = f"/vat_breakdown/{position}/category_code"
                yield violation(path, part.category_code, reason, expected=category)

    return check


def _rule_of(number: int, reason: str, category: str) -> Rule:
    sentence = f"Exemption reason {reason} (BT-121) goes with VAT category {category} (BT-118)."
    name, check = f"PEPPOL-EN16931-P0{number}", _category_of(reason, category)
    return Rule(name, Severity.FATAL, ("BT-121", "BT-118"), sentence, check, "PEPPOL-EN16931-P01")


RULES: tuple[Rule, ...] = (
    rule(peppol_en16931_cl001, "BT-125-1", faults="BR-CL"),
    Rule(
        "PEPPOL-EN16931-CL002",
        Severity.FATAL,
        ("BT-98", "BT-140"),
        "The reason code of an allowance (BT-98, BT-140) is in UNTDID 5189.",
        _reasons("allowances"),
        "BR-CL",
    ),
    Rule(
        "PEPPOL-EN16931-CL003",
        Severity.FATAL,
        ("BT-105", "BT-145"),
        "The reason code of a charge (BT-105, BT-145) is in UNTDID 7161.",
        _reasons("charges"),
        "BR-CL",
    ),
    rule(peppol_en16931_cl006, "BT-8", faults="BR-CL"),
    rule(peppol_en16931_cl007, "BT-5", faults="BR-CL"),
    rule(peppol_en16931_cl008, "BT-34-1", "BT-49-1", faults="BR-CL"),
    rule(peppol_en16931_p0100, "BT-3", faults="BR-CL"),
    *(_rule_of(*row) for row in _CATEGORY_OF_REASON),
)
