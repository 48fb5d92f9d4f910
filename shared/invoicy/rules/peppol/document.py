"""Peppol BIS Billing 3, R00x to R02x, R08x and P0112: what the document says about itself and its parties."""

import re
from collections.abc import Iterator

from invoicy.rules.case import Case
from invoicy.rules.countries import both_in
from invoicy.rules.rule import Break, Rule, fail, rule

SPECIFICATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
_PROCESS = re.compile(r"urn:fdc:peppol\.eu:2017:poacc:billing:(\d\d):1\.0").search
_OTHER_PROCESSES = {
    "urn:peppol:france:billing:regulated": "01",
    "urn:peppol:france:billing:non-regulated": "01",
    "urn:peppol:bis:billing_with_response": "02",
}


def process_number(case: Case) -> str:
    """Number of the business process (BT-23), empty where it is none of Peppol's."""
    process = case.process.business_process_type or ""
    match = _PROCESS(process)
    return match[1] if match else _OTHER_PROCESSES.get(process, "")


def peppol_en16931_r001(case: Case) -> Iterator[Break]:
    """An invoice names its business process (BT-23)."""
    if case.is_cii:  # there it depends on the group, which formats/syntax_rules.py looks at
        return
    if not case.process.business_process_type and not case.has_empty("BT-23"):
        yield fail("/process/business_process_type")


def peppol_en16931_r007(case: Case) -> Iterator[Break]:
    """The business process (BT-23) is one of Peppol's: urn:fdc:peppol.eu:2017:poacc:billing:NN:1.0."""
    if not process_number(case):
        yield fail("/process/business_process_type", case.process.business_process_type)


def peppol_en16931_r002(case: Case) -> Iterator[Break]:
    """There is one note (BG-1) at most, unless Seller and Buyer are both German."""
    if len(case.invoice.notes) > 1 and not both_in("DE", case):
        yield fail("/notes", len(case.invoice.notes), count=len(case.invoice.notes))


def peppol_en16931_r003(case: Case) -> Iterator[Break]:
    """There is a buyer reference (BT-10) or a purchase order reference (BT-13)."""
    is_given = case.invoice.buyer_reference or case.invoice.purchase_order_reference
    if not is_given and not case.has_empty("BT-10", "BT-13"):
        yield fail("/buyer_reference")


def peppol_en16931_r004(case: Case) -> Iterator[Break]:
    """The specification (BT-24) is Peppol BIS Billing 3, with no :: in it."""
    specification = case.process.specification_identifier or ""
    if not specification.startswith(SPECIFICATION) or "::" in specification:
        yield fail("/process/specification_identifier", case.process.specification_identifier)


def peppol_en16931_r005(case: Case) -> Iterator[Break]:
    """The VAT accounting currency (BT-6) differs from the invoice currency (BT-5)."""
    accounting = case.invoice.vat_accounting_currency_code
    if accounting and accounting == case.invoice.currency_code:
        yield fail("/vat_accounting_currency_code", accounting)


def peppol_en16931_r010(case: Case) -> Iterator[Break]:
    """The Buyer has an electronic address (BT-49)."""
    if case.invoice.buyer is None and case.syntax:
        return
    if case.buyer.electronic_address is None and not case.has_empty("BT-49"):
        yield fail("/buyer/electronic_address")


def peppol_en16931_r020(case: Case) -> Iterator[Break]:
    """The Seller has an electronic address (BT-34)."""
    if case.invoice.seller is None and case.syntax:
        return
    if case.seller.electronic_address is None and not case.has_empty("BT-34"):
        yield fail("/seller/electronic_address")


def peppol_en16931_r061(case: Case) -> Iterator[Break]:
    """A direct debit (BT-81 is 49 or 59) names its mandate (BT-89)."""
    debit = case.payment.direct_debit
    is_given = (debit and debit.mandate_reference_identifier) or case.has_empty("BT-89")
    if case.payment.means_code in {"49", "59"} and not is_given:
        yield fail("/payment/direct_debit/mandate_reference_identifier", case.payment.means_code)


def peppol_en16931_p0112(case: Case) -> Iterator[Break]:
    """Type codes 326 and 384 (BT-3) are for invoices between German parties."""
    if case.invoice.type_code in {"326", "384"} and not both_in("DE", case):
        yield fail("/type_code", case.invoice.type_code)


RULES: tuple[Rule, ...] = (
    rule(peppol_en16931_r001, "BT-23"),
    rule(peppol_en16931_r007, "BT-23"),
    rule(peppol_en16931_r002, "BG-1"),
    rule(peppol_en16931_r003, "BT-10", "BT-13"),
    rule(peppol_en16931_r004, "BT-24"),
    rule(peppol_en16931_r005, "BT-6", "BT-5"),
    rule(peppol_en16931_r010, "BT-49"),
    rule(peppol_en16931_r020, "BT-34"),
    rule(peppol_en16931_r061, "BT-81", "BT-89"),
    rule(peppol_en16931_p0112, "BT-3"),
)
