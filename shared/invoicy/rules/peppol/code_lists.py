"""Peppol BIS Billing 3, CL and P01x: its own choices from the code lists."""

from collections.abc import Iterator

from invoicy.model.code_lists import codes
from invoicy.readings.reading import Severity
from invoicy.rules.case import Case
from invoicy.rules.en16931.lines import document_level, line_level
from invoicy.rules.peppol.document import process_number
from invoicy.rules.rule import Break, Check, Rule, fail, rule
from invoicy.wording.values import Code

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


def peppol_en16931_cl001(case: Case) -> Iterator[Break]:
    """An attached document (BT-125) is a PDF, PNG, JPEG, CSV, Excel or OpenDocument spreadsheet."""
    for position, document in enumerate(case.invoice.supporting_documents):
        code = document.attachment.mime_code if document.attachment else None
        if code is not None and code not in codes("attachment_mime"):
            path = f"/supporting_documents/{position}/attachment/mime_code"
            yield fail(path, code, list=Code("attachment_mime", code))


def _reasons(name: str) -> Check:
    known = {"allowances": "allowance_reason", "charges": "charge_reason"}[name]

    def check(case: Case) -> Iterator[Break]:
        for path, group in (*document_level(case, name), *line_level(case, name)):
            if group.reason_code is not None and group.reason_code not in codes(known):
                yield fail(f"{path}/reason_code", group.reason_code, list=Code(known, group.reason_code))

    return check


def peppol_en16931_cl006(case: Case) -> Iterator[Break]:
    """The VAT point date code (BT-8) is 3, 35 or 432."""
    code = case.invoice.vat_point_date_code
    if code is not None and code not in codes("vat_point_date"):
        yield fail("/vat_point_date_code", code, list=Code("vat_point_date", code))


def peppol_en16931_cl007(case: Case) -> Iterator[Break]:
    """The currency code (BT-5) is in ISO 4217."""
    code = case.invoice.currency_code
    if code is not None and code not in codes("currency") and not case.syntax:
        yield fail("/currency_code", code, list=Code("currency", code))


def peppol_en16931_cl008(case: Case) -> Iterator[Break]:
    """The scheme of an electronic address (BT-34, BT-49) is one that Peppol delivers to."""
    for path, address in (("/seller", case.seller.electronic_address), ("/buyer", case.buyer.electronic_address)):
        scheme = address.scheme if address else None
        if scheme is not None and scheme not in codes("peppol_electronic_address_scheme"):
            known = Code("peppol_electronic_address_scheme", scheme)
            yield fail(f"{path}/electronic_address/scheme", scheme, list=known)


def peppol_en16931_p0100(case: Case) -> Iterator[Break]:
    """The type code of an invoice (BT-3) is one that Peppol's billing process takes."""
    if case.is_ubl or process_number(case) != "01":
        return  # there it depends on the kind of document, which formats/syntax_rules.py looks at
    known = codes("peppol_invoice_type") | codes("peppol_credit_note_type")
    if case.invoice.type_code and case.invoice.type_code not in known:
        code = case.invoice.type_code
        yield fail("/type_code", code, list=Code("peppol_invoice_type", code))


def _category_of(reason: str, category: str) -> Check:
    def check(case: Case) -> Iterator[Break]:
        for position, part in enumerate(case.invoice.vat_breakdown):
            if (part.exemption_reason_code or "").upper() == reason and part.category_code != category:
                path = f"/vat_breakdown/{position}/category_code"
                yield fail(path, part.category_code, reason, expected=category)

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
