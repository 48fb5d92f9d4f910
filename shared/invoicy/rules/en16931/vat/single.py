"""Rules of single VAT categories: intra-community supply (K), not subject to VAT (O), split payment (B)."""

from collections.abc import Iterator

from invoicy.rules.en16931.vat.category import breakdown
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation
from invoicy.wording.values import CountryWords


def br_ic_11(context: InvoiceContext) -> Iterator[Violation]:
    """An intra-community supply has a delivery date (BT-72) or an invoicing period (BG-14)."""
    delivery = context.delivery
    is_given = bool(delivery.actual_date or delivery.invoicing_period)
    if not context.is_cii:
        is_given = is_given or bool(context.invoice.vat_point_date_code)
    if not is_given and breakdown("K", context):
        yield violation("/delivery/actual_date")


def br_ic_12(context: InvoiceContext) -> Iterator[Violation]:
    """An intra-community supply names the country of delivery (BT-80)."""
    address = context.delivery.address
    if not (address and address.country_code) and breakdown("K", context):
        yield violation("/delivery/address/country_code")


def _only_o(context: InvoiceContext, field: str, *, in_cii: str) -> Iterator[Violation]:
    """Test for a single category O; CII's rule counts breakdown, lines, allowances and charges together."""
    if not breakdown("O", context):
        return
    places = in_cii.split() if context.is_cii else [field]
    others = [code for code, use in context.vat.items() if code != "O" and any(getattr(use, place) for place in places)]
    if context.is_cii and field in {"allowances", "charges"}:
        others += [other.code for other in context.facts.other_tax if other.kind == "neither" and other.code != "O"]
    if others:
        path = "/vat_breakdown" if field == "breakdown" else f"/{field}"
        yield violation(path, *others, fault=field, others=", ".join(dict.fromkeys(others)))


def br_o_11(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice that is not subject to VAT (O) has no other category in its VAT breakdown."""
    return _only_o(context, "breakdown", in_cii="breakdown lines")


def br_o_12(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice that is not subject to VAT (O) has no line of another category."""
    return _only_o(context, "lines", in_cii="breakdown lines")


def br_o_13(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice that is not subject to VAT (O) has no allowance of another category."""
    return _only_o(context, "allowances", in_cii="allowances charges")


def br_o_14(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice that is not subject to VAT (O) has no charge of another category."""
    return _only_o(context, "charges", in_cii="allowances charges")


def _uses(code: str, context: InvoiceContext) -> bool:
    return code in context.vat or any(other.code == code for other in context.facts.other_tax)


def br_b_01(context: InvoiceContext) -> Iterator[Violation]:
    """Split payment (B) is for invoices within Italy."""
    if not _uses("B", context):
        return
    foreign = [country for country in _countries(context) if country != "IT"]
    if foreign:
        yield violation("/vat_breakdown", *foreign, countries=CountryWords(foreign))


def _countries(context: InvoiceContext) -> Iterator[str]:
    addresses = (
        context.seller.address,
        context.buyer.address,
        context.tax_representative.address,
        context.delivery.address,
    )
    for address in addresses:
        if address is not None and address.country_code:
            yield address.country_code
    if not context.is_cii:
        yield from (
            line.item.country_of_origin for line in context.invoice.lines if line.item and line.item.country_of_origin
        )


def br_b_02(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice has split payment (B) or standard rated VAT (S), not both."""
    if _uses("B", context) and _uses("S", context):
        yield violation("/vat_breakdown", "B", "S")


RULES: tuple[Rule, ...] = (
    rule(br_ic_11, "BT-72", "BG-14"),
    rule(br_ic_12, "BT-80"),
    rule(br_o_11, "BT-118"),
    rule(br_o_12, "BT-151"),
    rule(br_o_13, "BT-95"),
    rule(br_o_14, "BT-102"),
    rule(br_b_01, "BT-118", "BT-151"),
    rule(br_b_02, "BT-118", "BT-151"),
)
