"""XRechnung 3.0, extension (BR-DEX): sub-lines, further schemes and attachments, third party payments."""

from collections.abc import Iterator
from decimal import Decimal

from invoicy.model import Identifier, InvoiceLine
from invoicy.model.code_lists import codes
from invoicy.readings.reading import Severity
from invoicy.rules.en16931.decimals import too_fine
from invoicy.rules.en16931.totals import minus, total
from invoicy.rules.invoice_context import ZERO, InvoiceContext, cents
from invoicy.rules.rule import Rule, Violation, rule, violation
from invoicy.rules.specifications import EXTENSION
from invoicy.wording.values import CodeWords, SumWords

_DIGA = frozenset({"XR01", "XR02", "XR03"})


def _applies(context: InvoiceContext) -> bool:
    return context.process.specification_identifier == EXTENSION


def br_dex_01(context: InvoiceContext) -> Iterator[Violation]:
    """An attached document (BT-125) is a PDF, PNG, JPEG, CSV, Excel or OpenDocument spreadsheet, or XML."""
    for position, document in enumerate(context.invoice.supporting_documents if _applies(context) else ()):
        if document.attachment is None:
            continue
        code = document.attachment.mime_code
        if code not in codes("attachment_mime") and code != "application/xml":
            path = f"/supporting_documents/{position}/attachment/mime_code"
            yield violation(path, code, list=CodeWords("attachment_mime", code or ""))


def br_dex_02(context: InvoiceContext) -> Iterator[Violation]:
    """The net amount of a line (BT-131) with sub-lines (BG-DEX-01) is the sum of theirs."""
    if not _applies(context):
        return
    for position, line in enumerate(context.invoice.lines):
        wrong = next((part for part in _with_parts(line) if _differs(part)), None)
        if wrong is not None:
            parts = SumWords("sub-lines", [part.net_amount for part in wrong.sub_lines])
            yield violation(f"/lines/{position}/net_amount", line.net_amount, value=wrong.net_amount, sum=parts)


def _with_parts(line: InvoiceLine) -> Iterator[InvoiceLine]:
    if line.sub_lines:
        yield line
    for part in line.sub_lines:
        yield from _with_parts(part)


def _differs(line: InvoiceLine) -> bool:
    return line.net_amount is None or line.net_amount != total(part.net_amount for part in line.sub_lines)


def br_dex_03(context: InvoiceContext) -> Iterator[Violation]:
    """Each sub-line (BG-DEX-01) has one VAT category."""
    for position, line in enumerate(context.invoice.lines if _applies(context) else ()):
        parts = [part for group in _with_parts(line) for part in group.sub_lines]
        if any(part.item is not None and not part.vat_category_code for part in parts):
            yield violation(f"/lines/{position}/sub_lines")


def _schemes(context: InvoiceContext, name: str, *places: tuple[str, Identifier | None]) -> Iterator[Violation]:
    if not _applies(context):
        return
    known = codes(name) | _DIGA
    for path, identifier in places:
        if identifier is not None and identifier.scheme is not None and identifier.scheme not in known:
            yield violation(f"{path}/scheme", identifier.scheme, list=CodeWords(name, identifier.scheme))


def br_dex_04(context: InvoiceContext) -> Iterator[Violation]:
    """The scheme of a party's identifier (BT-29, BT-46, BT-60) is in ISO 6523, or XR01 to XR03."""
    sellers = (
        (f"/seller/identifiers/{position}", identifier)
        for position, identifier in enumerate(context.seller.identifiers)
    )
    others = (("/buyer/identifier", context.buyer.identifier), ("/payee/identifier", context.payee.identifier))
    return _schemes(context, "identifier_scheme", *sellers, *others)


def br_dex_05(context: InvoiceContext) -> Iterator[Violation]:
    """The scheme of a legal registration (BT-30, BT-47, BT-61) is in ISO 6523, or XR01 to XR03."""
    return _schemes(
        context,
        "identifier_scheme",
        ("/seller/legal_registration_identifier", context.seller.legal_registration_identifier),
        ("/buyer/legal_registration_identifier", context.buyer.legal_registration_identifier),
        ("/payee/legal_registration_identifier", context.payee.legal_registration_identifier),
    )


def br_dex_06(context: InvoiceContext) -> Iterator[Violation]:
    """The scheme of an item's standard identifier (BT-157) is in ISO 6523, or XR01 to XR03."""
    for position, line in enumerate(context.invoice.lines):
        identifier = line.item.standard_identifier if line.item else None
        yield from _schemes(context, "identifier_scheme", (f"/lines/{position}/item/standard_identifier", identifier))


def br_dex_07(context: InvoiceContext) -> Iterator[Violation]:
    """The scheme of an electronic address (BT-34, BT-49) is in the list EAS, or XR01 to XR03."""
    return _schemes(
        context,
        "electronic_address_scheme",
        ("/seller/electronic_address", context.seller.electronic_address),
        ("/buyer/electronic_address", context.buyer.electronic_address),
    )


def br_dex_08(context: InvoiceContext) -> Iterator[Violation]:
    """The scheme of a delivery location (BT-71) is in ISO 6523, or XR01 to XR03."""
    return _schemes(
        context, "identifier_scheme", ("/delivery/location_identifier", context.delivery.location_identifier)
    )


def br_dex_09(context: InvoiceContext) -> Iterator[Violation]:
    """The amount due (BT-115) is the total (BT-112) less paid (BT-113), plus rounding and third party payments."""
    totals = context.totals
    if not _applies(context) or not context.has_totals or context.is_cii:
        return
    payments = [payment.amount for payment in context.invoice.third_party_payments]
    third, parts = total(payments), SumWords("due", [totals.with_vat, minus(totals.paid), totals.rounding, *payments])
    if totals.due is None or totals.with_vat is None:
        yield violation("/totals/due", fault="no-total" if totals.with_vat is None else "", sum=parts)
        return
    expected: Decimal = cents(totals.with_vat - (totals.paid or ZERO) + third)
    if cents(totals.due - (totals.rounding or ZERO)) != expected:
        yield violation("/totals/due", totals.due, expected, sum=parts)


def _payments(context: InvoiceContext, field: str) -> Iterator[Violation]:
    for position, payment in enumerate(context.invoice.third_party_payments if _applies(context) else ()):
        if getattr(payment, field) is None:
            yield violation(f"/third_party_payments/{position}/{field}")


def br_dex_10(context: InvoiceContext) -> Iterator[Violation]:
    """A third party payment (BG-DEX-09) has a type (BT-DEX-001)."""
    return _payments(context, "type")


def br_dex_11(context: InvoiceContext) -> Iterator[Violation]:
    """A third party payment (BG-DEX-09) has an amount (BT-DEX-002)."""
    return _payments(context, "amount")


def br_dex_12(context: InvoiceContext) -> Iterator[Violation]:
    """A third party payment (BG-DEX-09) has a description (BT-DEX-003)."""
    return _payments(context, "description")


def br_dex_13(context: InvoiceContext) -> Iterator[Violation]:
    """The amount of a third party payment (BT-DEX-002) has at most two decimals."""
    for position, payment in enumerate(context.invoice.third_party_payments if _applies(context) else ()):
        if too_fine(payment.amount):
            yield violation(f"/third_party_payments/{position}/amount", payment.amount)


def br_dex_15(context: InvoiceContext) -> Iterator[Violation]:
    """A line does not name its parent line (BT-X-304); sub-lines (BG-DEX-01) are used instead."""
    for position, line in enumerate(context.invoice.lines if _applies(context) else ()):
        if line.parent_identifier:
            yield violation(f"/lines/{position}/parent_identifier", line.parent_identifier)


_WARNING = Severity.WARNING
RULES: tuple[Rule, ...] = (
    rule(br_dex_01, "BT-125-1", faults="BR-CL"),
    rule(br_dex_02, "BG-DEX-01", "BT-131", severity=_WARNING),
    rule(br_dex_03, "BG-DEX-01"),
    rule(br_dex_04, "BT-29-1", "BT-46-1", "BT-60-1", faults="BR-CL"),
    rule(br_dex_05, "BT-30-1", "BT-47-1", "BT-61-1", faults="BR-CL"),
    rule(br_dex_06, "BT-157-1", faults="BR-CL"),
    rule(br_dex_07, "BT-34-1", "BT-49-1", faults="BR-CL"),
    rule(br_dex_08, "BT-71-1", faults="BR-CL"),
    rule(br_dex_09, "BT-115", "BT-112", "BT-113", "BT-114", "BT-DEX-002"),
    rule(br_dex_10, "BT-DEX-001"),
    rule(br_dex_11, "BT-DEX-002"),
    rule(br_dex_12, "BT-DEX-003"),
    rule(br_dex_13, "BT-DEX-002"),
    rule(br_dex_15, "BT-X-304", severity=_WARNING),
)
