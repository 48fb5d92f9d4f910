"""EN 16931-1, 6.4: invoice lines, their items, prices, periods, and allowances and charges on both levels."""

from collections.abc import Iterable, Iterator, Sequence

from invoicy.model import Allowance, Charge, InvoiceLine, LineAllowance, LineCharge
from invoicy.rules.invoice_context import ZERO, InvoiceContext
from invoicy.rules.rule import Check, Rule, Violation, rule, violation

AllowanceOrCharge = Allowance | Charge | LineAllowance | LineCharge


def _lines_without(context: InvoiceContext, *fields: str) -> Iterator[Violation]:
    for position, line in enumerate(context.invoice.lines):
        if not any(getattr(line, field) for field in fields):
            yield violation(f"/lines/{position}/{fields[0]}")


def br_21(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice line has an identifier (BT-126)."""
    return _lines_without(context, "identifier")


def br_22(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice line has a quantity (BT-129)."""
    if "BT-129" in context.facts.unreadable | context.facts.empty:
        return
    for position, line in enumerate(context.invoice.lines):
        if line.quantity is None:
            yield violation(f"/lines/{position}/quantity")


def br_23(context: InvoiceContext) -> Iterator[Violation]:
    """The quantity of an invoice line has a unit of measure (BT-130)."""
    return _lines_without(context, "unit_code")


def br_24(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice line has a net amount (BT-131)."""
    for position, line in enumerate(context.invoice.lines):
        if line.net_amount is None:
            yield violation(f"/lines/{position}/net_amount")


def br_25(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice line names its item (BT-153)."""
    for position, line in enumerate(context.invoice.lines):
        if line.item is None or not line.item.name:
            yield violation(f"/lines/{position}/item/name")


def br_26(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice line has the item's net price (BT-146)."""
    for position, line in enumerate(context.invoice.lines):
        if line.net_price is None:
            yield violation(f"/lines/{position}/net_price")


def br_27(context: InvoiceContext) -> Iterator[Violation]:
    """An item's net price (BT-146) is zero or more."""
    for position, line in enumerate(context.invoice.lines):
        if line.net_price is None or line.net_price < ZERO:
            yield violation(f"/lines/{position}/net_price", line.net_price)


def br_28(context: InvoiceContext) -> Iterator[Violation]:
    """An item's gross price (BT-148) is zero or more."""
    for position, line in enumerate(context.invoice.lines):
        if line.gross_price is not None and line.gross_price < ZERO:
            yield violation(f"/lines/{position}/gross_price", line.gross_price)


def br_30(context: InvoiceContext) -> Iterator[Violation]:
    """The period of a line ends (BT-135) on the day it starts (BT-134) or later."""
    for position, line in enumerate(context.invoice.lines):
        period = line.period
        if period and period.start_date and period.end_date and period.end_date < period.start_date:
            yield violation(f"/lines/{position}/period", period.start_date, period.end_date)


def br_co_20(context: InvoiceContext) -> Iterator[Violation]:
    """The period of a line (BG-26) has a start date (BT-134), an end date (BT-135) or both."""
    if context.syntax:  # in an XML an element is enough: see formats/syntax_rules.py
        return
    for position, line in enumerate(context.invoice.lines):
        if line.period is not None and not line.period.start_date and not line.period.end_date:
            yield violation(f"/lines/{position}/period")


def br_co_04(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice line has a VAT category (BT-151)."""
    return _lines_without(context, "vat_category_code")


def br_54(context: InvoiceContext) -> Iterator[Violation]:
    """An item attribute (BG-32) has a name (BT-160) and a value (BT-161)."""
    for position, line in enumerate(context.invoice.lines):
        for place, attribute in enumerate(line.item.attributes if line.item else ()):
            if not attribute.name or not attribute.value:
                path = f"/lines/{position}/item/attributes/{place}"
                yield violation(path, attribute.name, attribute.value)


def br_64(context: InvoiceContext) -> Iterator[Violation]:
    """An item's standard identifier (BT-157) has a scheme."""
    for position, line in enumerate(context.invoice.lines):
        identifier = line.item.standard_identifier if line.item else None
        if identifier is not None and not identifier.scheme:
            yield violation(f"/lines/{position}/item/standard_identifier/scheme", identifier.value)


def br_65(context: InvoiceContext) -> Iterator[Violation]:
    """An item's classification (BT-158) has a scheme."""
    for position, line in enumerate(context.invoice.lines):
        for place, identifier in enumerate(line.item.classification_identifiers if line.item else ()):
            if not identifier.scheme:
                yield violation(f"/lines/{position}/item/classification_identifiers/{place}/scheme", identifier.value)


def document_level(context: InvoiceContext, name: str) -> Iterator[tuple[str, AllowanceOrCharge]]:
    """The document's allowances or charges, each with its path."""
    groups: Sequence[AllowanceOrCharge] = getattr(context.invoice, name)
    for position, group in enumerate(groups):
        yield f"/{name}/{position}", group


def line_level(context: InvoiceContext, name: str) -> Iterator[tuple[str, AllowanceOrCharge]]:
    """The allowances or charges of all lines, each with its path."""
    for position, line in enumerate(context.invoice.lines):
        for place, group in enumerate(_of_line(line, name)):
            yield f"/lines/{position}/{name}/{place}", group


def _of_line(line: InvoiceLine, name: str) -> Iterable[AllowanceOrCharge]:
    return line.allowances if name == "allowances" else line.charges


_LEVELS = {"Document": document_level, "Line": line_level}


def _has_amount(level: str, name: str, term: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        for path, group in _LEVELS[level](context, name):
            if group.amount is None:
                yield violation(f"{path}/amount")

    check.__doc__ = f"{level} level {name} have an amount ({term})."
    return check


def _has_category(name: str, term: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        for path, group in document_level(context, name):
            if not group.vat_category_code:  # type: ignore[union-attr]  # those of the document have it
                yield violation(f"{path}/vat_category_code")

    check.__doc__ = f"Document level {name} have a VAT category ({term})."
    return check


def _has_reason(level: str, name: str, text: str, code: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        for path, group in _LEVELS[level](context, name):
            if not group.reason and not group.reason_code:
                yield violation(f"{path}/reason")

    check.__doc__ = f"{level} level {name} have a reason ({text}), a reason code ({code}) or both."
    return check


def _never_broken(level: str, name: str, text: str, code: str) -> Check:
    def check(_: InvoiceContext) -> Iterator[Violation]:
        return iter(())

    check.__doc__ = f"The reason ({text}) and the reason code ({code}) of {level.lower()} level {name} mean the same."
    return check


RULES: tuple[Rule, ...] = (
    rule(br_21, "BT-126"),
    rule(br_22, "BT-129"),
    rule(br_23, "BT-130"),
    rule(br_24, "BT-131"),
    rule(br_25, "BT-153"),
    rule(br_26, "BT-146"),
    rule(br_27, "BT-146"),
    rule(br_28, "BT-148"),
    rule(br_30, "BT-134", "BT-135"),
    rule(_has_amount("Document", "allowances", "BT-92"), "BG-20", "BT-92", id="BR-31"),
    rule(_has_category("allowances", "BT-95"), "BG-20", "BT-95", id="BR-32"),
    rule(_has_reason("Document", "allowances", "BT-97", "BT-98"), "BG-20", "BT-97", "BT-98", id="BR-33"),
    rule(_has_amount("Document", "charges", "BT-99"), "BG-21", "BT-99", id="BR-36"),
    rule(_has_category("charges", "BT-102"), "BG-21", "BT-102", id="BR-37"),
    rule(_has_reason("Document", "charges", "BT-104", "BT-105"), "BG-21", "BT-104", "BT-105", id="BR-38"),
    rule(_has_amount("Line", "allowances", "BT-136"), "BG-27", "BT-136", id="BR-41"),
    rule(_has_reason("Line", "allowances", "BT-139", "BT-140"), "BG-27", "BT-139", "BT-140", id="BR-42"),
    rule(_has_amount("Line", "charges", "BT-141"), "BG-28", "BT-141", id="BR-43"),
    rule(_has_reason("Line", "charges", "BT-144", "BT-145"), "BG-28", "BT-144", "BT-145", id="BR-44"),
    rule(br_54, "BG-32", "BT-160", "BT-161"),
    rule(br_64, "BT-157", "BT-157-1"),
    rule(br_65, "BT-158", "BT-158-1"),
    rule(br_co_04, "BT-151"),
    rule(_never_broken("Document", "allowances", "BT-97", "BT-98"), "BT-97", "BT-98", id="BR-CO-05"),
    rule(_never_broken("Document", "charges", "BT-104", "BT-105"), "BT-104", "BT-105", id="BR-CO-06"),
    rule(_never_broken("Line", "allowances", "BT-139", "BT-140"), "BT-139", "BT-140", id="BR-CO-07"),
    rule(_never_broken("Line", "charges", "BT-144", "BT-145"), "BT-144", "BT-145", id="BR-CO-08"),
    rule(br_co_20, "BG-26", "BT-134", "BT-135"),
    rule(_has_reason("Document", "allowances", "BT-97", "BT-98"), "BG-20", "BT-97", "BT-98", id="BR-CO-21"),
    rule(_has_reason("Document", "charges", "BT-104", "BT-105"), "BG-21", "BT-104", "BT-105", id="BR-CO-22"),
    rule(_has_reason("Line", "allowances", "BT-139", "BT-140"), "BG-27", "BT-139", "BT-140", id="BR-CO-23"),
    rule(_has_reason("Line", "charges", "BT-144", "BT-145"), "BG-28", "BT-144", "BT-145", id="BR-CO-24"),
)
