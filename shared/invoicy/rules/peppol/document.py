"""Peppol BIS Billing 3, R00x to R02x, R08x and P0112: process, specification, notes, references and addresses."""

import re
from collections.abc import Iterator

from invoicy.rules.countries import both_in
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation

SPECIFICATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
_PROCESS = re.compile(r"urn:fdc:peppol\.eu:2017:poacc:billing:(\d\d):1\.0").search
_OTHER_PROCESSES = {
    "urn:peppol:france:billing:regulated": "01",
    "urn:peppol:france:billing:non-regulated": "01",
    "urn:peppol:bis:billing_with_response": "02",
}


def process_number(context: InvoiceContext) -> str:
    """Return the number of the business process (BT-23); empty if it is not one of Peppol's."""
    process = context.process.business_process_type or ""
    match = _PROCESS(process)
    return match[1] if match else _OTHER_PROCESSES.get(process, "")


def peppol_en16931_r001(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice names its business process (BT-23)."""
    if context.is_cii:  # in CII it depends on the group: see formats/syntax_rules.py
        return
    if not context.process.business_process_type and not context.has_empty("BT-23"):
        yield violation("/process/business_process_type")


def peppol_en16931_r007(context: InvoiceContext) -> Iterator[Violation]:
    """The business process (BT-23) is one of Peppol's: urn:fdc:peppol.eu:2017:poacc:billing:NN:1.0."""
    if not process_number(context):
        yield violation("/process/business_process_type", context.process.business_process_type)


def peppol_en16931_r002(context: InvoiceContext) -> Iterator[Violation]:
    """There is one note (BG-1) at most, unless Seller and Buyer are both German."""
    if len(context.invoice.notes) > 1 and not both_in("DE", context):
        yield violation("/notes", len(context.invoice.notes), count=len(context.invoice.notes))


def peppol_en16931_r003(context: InvoiceContext) -> Iterator[Violation]:
    """There is a buyer reference (BT-10) or a purchase order reference (BT-13)."""
    is_given = context.invoice.buyer_reference or context.invoice.purchase_order_reference
    if not is_given and not context.has_empty("BT-10", "BT-13"):
        yield violation("/buyer_reference")


def peppol_en16931_r004(context: InvoiceContext) -> Iterator[Violation]:
    """The specification (BT-24) is Peppol BIS Billing 3, with no :: in it."""
    specification = context.process.specification_identifier or ""
    if not specification.startswith(SPECIFICATION) or "::" in specification:
        yield violation("/process/specification_identifier", context.process.specification_identifier)


def peppol_en16931_r005(context: InvoiceContext) -> Iterator[Violation]:
    """The VAT accounting currency (BT-6) differs from the invoice currency (BT-5)."""
    accounting = context.invoice.vat_accounting_currency_code
    if accounting and accounting == context.invoice.currency_code:
        yield violation("/vat_accounting_currency_code", accounting)


def peppol_en16931_r010(context: InvoiceContext) -> Iterator[Violation]:
    """The Buyer has an electronic address (BT-49)."""
    if context.invoice.buyer is None and context.syntax:
        return
    if context.buyer.electronic_address is None and not context.has_empty("BT-49"):
        yield violation("/buyer/electronic_address")


def peppol_en16931_r020(context: InvoiceContext) -> Iterator[Violation]:
    """The Seller has an electronic address (BT-34)."""
    if context.invoice.seller is None and context.syntax:
        return
    if context.seller.electronic_address is None and not context.has_empty("BT-34"):
        yield violation("/seller/electronic_address")


def peppol_en16931_r061(context: InvoiceContext) -> Iterator[Violation]:
    """A direct debit (BT-81 is 49 or 59) names its mandate (BT-89)."""
    debit = context.payment.direct_debit
    is_given = (debit and debit.mandate_reference_identifier) or context.has_empty("BT-89")
    if context.payment.means_code in {"49", "59"} and not is_given:
        yield violation("/payment/direct_debit/mandate_reference_identifier", context.payment.means_code)


def peppol_en16931_p0112(context: InvoiceContext) -> Iterator[Violation]:
    """Type codes 326 and 384 (BT-3) are for invoices between German parties."""
    if context.invoice.type_code in {"326", "384"} and not both_in("DE", context):
        yield violation("/type_code", context.invoice.type_code)


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
