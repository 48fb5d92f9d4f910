"""Rules of single VAT categories: intra-community supply (K), not subject to VAT (O), split payment (B)."""

from collections.abc import Iterator

from invoicy.rules.case import Case
from invoicy.rules.en16931.vat.category import breakdown
from invoicy.rules.rule import Break, Rule, fail, rule
from invoicy.wording.values import Countries


def br_ic_11(case: Case) -> Iterator[Break]:
    """An intra-community supply has a delivery date (BT-72) or an invoicing period (BG-14)."""
    delivery = case.delivery
    is_given = bool(delivery.actual_date or delivery.invoicing_period)
    if not case.is_cii:
        is_given = is_given or bool(case.invoice.vat_point_date_code)
    if not is_given and breakdown("K", case):
        yield fail("/delivery/actual_date")


def br_ic_12(case: Case) -> Iterator[Break]:
    """An intra-community supply names the country of delivery (BT-80)."""
    address = case.delivery.address
    if not (address and address.country_code) and breakdown("K", case):
        yield fail("/delivery/address/country_code")


def _only_o(case: Case, field: str, *, in_cii: str) -> Iterator[Break]:
    """CII does not tell the breakdown from the lines, nor allowances from charges."""
    if not breakdown("O", case):
        return
    places = in_cii.split() if case.is_cii else [field]
    others = [code for code, use in case.vat.items() if code != "O" and any(getattr(use, place) for place in places)]
    if case.is_cii and field in {"allowances", "charges"}:
        others += [other.code for other in case.facts.other_tax if other.kind == "neither" and other.code != "O"]
    if others:
        path = "/vat_breakdown" if field == "breakdown" else f"/{field}"
        yield fail(path, *others, fault=field, others=", ".join(dict.fromkeys(others)))


def br_o_11(case: Case) -> Iterator[Break]:
    """An invoice that is not subject to VAT (O) has no other category in its VAT breakdown."""
    return _only_o(case, "breakdown", in_cii="breakdown lines")


def br_o_12(case: Case) -> Iterator[Break]:
    """An invoice that is not subject to VAT (O) has no line of another category."""
    return _only_o(case, "lines", in_cii="breakdown lines")


def br_o_13(case: Case) -> Iterator[Break]:
    """An invoice that is not subject to VAT (O) has no allowance of another category."""
    return _only_o(case, "allowances", in_cii="allowances charges")


def br_o_14(case: Case) -> Iterator[Break]:
    """An invoice that is not subject to VAT (O) has no charge of another category."""
    return _only_o(case, "charges", in_cii="allowances charges")


def _uses(code: str, case: Case) -> bool:
    return code in case.vat or any(other.code == code for other in case.facts.other_tax)


def br_b_01(case: Case) -> Iterator[Break]:
    """Split payment (B) is for invoices within Italy."""
    if not _uses("B", case):
        return
    foreign = [country for country in _countries(case) if country != "IT"]
    if foreign:
        yield fail("/vat_breakdown", *foreign, countries=Countries(foreign))


def _countries(case: Case) -> Iterator[str]:
    addresses = (case.seller.address, case.buyer.address, case.tax_representative.address, case.delivery.address)
    for address in addresses:
        if address is not None and address.country_code:
            yield address.country_code
    if not case.is_cii:
        yield from (
            line.item.country_of_origin for line in case.invoice.lines if line.item and line.item.country_of_origin
        )


def br_b_02(case: Case) -> Iterator[Break]:
    """An invoice has split payment (B) or standard rated VAT (S), not both."""
    if _uses("B", case) and _uses("S", case):
        yield fail("/vat_breakdown", "B", "S")


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
