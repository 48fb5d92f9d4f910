"""Factur-X EXTENDED: required terms of lines, except of group and information lines (BR-FXEXT)."""

from collections.abc import Iterator

from invoicy.model import InvoiceLine
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation

_DETAIL = "DETAIL"


def counts(line: InvoiceLine) -> bool:
    """Test whether a line counts; group and information lines do not."""
    return line.status_reason_code in (None, _DETAIL)


def _detail_lines_without(context: InvoiceContext, field: str) -> Iterator[Violation]:
    for position, line in enumerate(context.invoice.lines):
        if counts(line) and getattr(line, field) is None:
            yield violation(f"/lines/{position}/{field}")


def br_fxext_br_22(context: InvoiceContext) -> Iterator[Violation]:
    """A line that is neither a group nor information has a quantity (BT-129)."""
    return _detail_lines_without(context, "quantity")


def br_fxext_br_23(context: InvoiceContext) -> Iterator[Violation]:
    """The quantity of a line that is neither a group nor information has a unit of measure (BT-130)."""
    return _detail_lines_without(context, "unit_code")


def br_fxext_br_24(context: InvoiceContext) -> Iterator[Violation]:
    """A line that is neither a group nor information has a net amount (BT-131)."""
    return _detail_lines_without(context, "net_amount")


def br_fxext_br_26(context: InvoiceContext) -> Iterator[Violation]:
    """A line that is neither a group nor information has a net price (BT-146)."""
    return _detail_lines_without(context, "net_price")


def br_fxext_co_04(context: InvoiceContext) -> Iterator[Violation]:
    """A line that is neither a group nor information has a VAT category (BT-151)."""
    return _detail_lines_without(context, "vat_category_code")


def br_fxext_06(context: InvoiceContext) -> Iterator[Violation]:
    """A line that names its parent line (BT-X-304) has a line status reason code (BT-X-8)."""
    for position, line in enumerate(context.invoice.lines):
        if line.parent_identifier and not line.status_reason_code:
            yield violation(f"/lines/{position}/status_reason_code", line.parent_identifier)


def br_fxext_11(context: InvoiceContext) -> Iterator[Violation]:
    """The parent line of a line (BT-X-304) is a line of the invoice (BT-126)."""
    known = {line.identifier for line in context.invoice.lines}
    for position, line in enumerate(context.invoice.lines):
        if line.parent_identifier and line.parent_identifier not in known:
            yield violation(f"/lines/{position}/parent_identifier", line.parent_identifier)


def br_fxext_br_38(context: InvoiceContext) -> Iterator[Violation]:
    """A charge (BG-21) has a reason (BT-104) or its code (BT-105)."""
    for position, charge in enumerate(context.invoice.charges):
        if not (charge.reason or charge.reason_code):
            yield violation(f"/charges/{position}/reason")


def br_fxext_br_44(context: InvoiceContext) -> Iterator[Violation]:
    """A line's charge (BG-28) has a reason (BT-144) or its code (BT-145)."""
    for position, line in enumerate(context.invoice.lines):
        for place, charge in enumerate(line.charges):
            if not (charge.reason or charge.reason_code):
                yield violation(f"/lines/{position}/charges/{place}/reason")


def br_fxext_br_54_1(context: InvoiceContext) -> Iterator[Violation]:
    """An item attribute (BG-32) has a name (BT-160) or a code (BT-X-11)."""
    for position, line in enumerate(context.invoice.lines):
        for place, attribute in enumerate(line.item.attributes if line.item else ()):
            if not (attribute.name or attribute.type_code):
                yield violation(f"/lines/{position}/item/attributes/{place}/name")


def br_fxext_br_54_2(context: InvoiceContext) -> Iterator[Violation]:
    """An item attribute (BG-32) has a value (BT-161) or a measure with its unit (BT-X-12), not both."""
    for position, line in enumerate(context.invoice.lines):
        for place, attribute in enumerate(line.item.attributes if line.item else ()):
            measured = attribute.measure is not None and bool(attribute.measure_unit_code)
            if bool(attribute.value) == measured or (attribute.value and attribute.measure is not None):
                yield violation(f"/lines/{position}/item/attributes/{place}", attribute.value, attribute.measure)


RULES: tuple[Rule, ...] = (
    rule(br_fxext_06, "BT-X-304", "BT-X-8"),
    rule(br_fxext_11, "BT-X-304", "BT-126"),
    rule(br_fxext_br_22, "BT-129"),
    rule(br_fxext_br_23, "BT-130"),
    rule(br_fxext_br_24, "BT-131"),
    rule(br_fxext_br_26, "BT-146"),
    rule(br_fxext_br_38, "BT-104", "BT-105"),
    rule(br_fxext_br_44, "BT-144", "BT-145"),
    rule(br_fxext_br_54_1, "BT-160", "BT-X-11"),
    rule(br_fxext_br_54_2, "BT-161", "BT-X-12"),
    rule(br_fxext_co_04, "BT-151"),
)
