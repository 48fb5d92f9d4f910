"""EN 16931-1, 6.4.3: the rules of the VAT categories; ten for each, and a few for single ones."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple, TypeVar

from msgspec import Struct

from invoicy.facts import OtherTax
from invoicy.model import Allowance, Charge, InvoiceLine, VatBreakdown
from invoicy.rules.case import ZERO, Case, VatUse, cents
from invoicy.rules.en16931.totals import total, within_one
from invoicy.rules.rule import Break, Check, Rule, fail, rule

_UNUSED = VatUse()
Taxed = InvoiceLine | Allowance | Charge
Group = TypeVar("Group")


class Category(Struct, frozen=True):
    """One VAT category. seller, buyer: what each must be registered by. taxed: it has a rate that may be above zero.

    seller: "tax" a VAT or tax registration, "vat" a VAT identifier, "none" no VAT identifier. buyer: "", "vat", or
    "legal" a VAT identifier or a legal registration. above: the rate must be more than zero, "or zero" otherwise.
    """

    code: str
    prefix: str
    name: str
    seller: str = "tax"
    buyer: str = ""
    taxed: bool = False
    reason: bool = True


CATEGORIES: tuple[Category, ...] = (
    Category("S", "S", "standard rated", taxed=True, reason=False),
    Category("Z", "Z", "zero rated", reason=False),
    Category("E", "E", "exempt from VAT"),
    Category("AE", "AE", "reverse charge", buyer="legal"),
    Category("K", "IC", "intra-community supply", seller="vat", buyer="vat"),
    Category("G", "G", "export outside the EU", seller="vat"),
    Category("O", "O", "not subject to VAT", seller="none", buyer="none"),
    Category("L", "AF", "IGIC (Canary Islands)", taxed=True, reason=False),
    Category("M", "AG", "IPSI (Ceuta and Melilla)", taxed=True, reason=False),
)
_RATED = frozenset({"S", "L", "M"})


class Count(NamedTuple):
    """How often a category stands on lines, on allowances and charges, and in the VAT breakdown."""

    lines: int
    others: int
    listed: int

    @property
    def used(self) -> bool:
        return bool(self.lines or self.others)


def _count(code: str, case: Case) -> Count:
    use = case.vat.get(code, _UNUSED)
    others = len(use.allowances) + len(use.charges)
    kinds = [other.kind for other in case.facts.other_tax if other.code == code]
    others += kinds.count("neither")
    if not (case.is_cii or code == "S"):  # the official rules that ask for VAT
        listed = len(use.breakdown) + kinds.count("further")
        if code == "L" and (use.lines or others):  # its rule forgets to ask there
            listed += kinds.count("breakdown")
        return Count(len(use.lines), others, listed)
    others += kinds.count("allowance") + kinds.count("charge") + kinds.count("neither of VAT")
    return Count(len(use.lines) + kinds.count("line"), others, len(use.breakdown) + kinds.count("breakdown"))


def _listed_in_breakdown(category: Category) -> Check:
    in_ubl = _ubl_listed_rated if category.code in _RATED else _ubl_listed_once
    in_cii = _CII_LISTED[category.code]

    def check(case: Case) -> Iterator[Break]:
        if category.code not in case.vat and not case.facts.other_tax:
            return
        count = _count(category.code, case)
        if not (in_cii if case.is_cii else in_ubl)(count):
            yield fail("/vat_breakdown", category.code)

    return check


def _ubl_listed_rated(count: Count) -> bool:
    return count.used == (count.listed > 0)


def _ubl_listed_once(count: Count) -> bool:
    return count.listed == 1 or not (count.used or count.listed)


def _cii_listed_once(count: Count) -> bool:
    return (count.listed == 1 and count.used) or not (count.used or count.listed)


def _cii_listed_o(count: Count) -> bool:
    return not count.listed or (count.listed == 1 and count.used)


def _cii_listed_rated(count: Count) -> bool:
    """Two lines without a breakdown are enough for it, which is the official rule's fault."""
    lines_told = not count.lines or count.lines + count.listed > 1
    return lines_told and (not count.others or count.others + count.listed > 1)


_CII_LISTED: dict[str, Callable[[Count], bool]] = {
    **dict.fromkeys(("Z", "E", "AE", "K", "G"), _cii_listed_once),
    **dict.fromkeys(("S", "L", "M"), _cii_listed_rated),
    "O": _cii_listed_o,
}


def _named(place: str, groups: list[tuple[int, Group]], case: Case) -> list[tuple[int, Group]]:
    """Those whose tax is named; CII's rules look at no other."""
    if not case.facts.unnamed:
        return groups
    return [(position, group) for position, group in groups if f"/{place}/{position}" not in case.facts.unnamed]


def _breakdown(code: str, case: Case) -> list[tuple[int, VatBreakdown]]:
    groups = case.vat.get(code, _UNUSED).breakdown
    if code not in {"S", "Z"}:
        return _named("vat_breakdown", groups, case)
    return [*groups, *_of_another_tax(code, case)] if case.is_cii and case.facts.other_tax else groups


def _of_another_tax(code: str, case: Case) -> Iterator[tuple[int, VatBreakdown]]:
    """CII's rules of S and Z do not ask which tax it is. They stand nowhere in the model, hence after its last."""
    others = (other for other in case.facts.other_tax if other.kind == "breakdown" and other.code == code)
    for other in others:
        reason = "given" if other.has_reason else None
        yield (
            len(case.invoice.vat_breakdown),
            VatBreakdown(
                category_code=code,
                rate=other.rate,
                taxable_amount=other.taxable,
                tax_amount=other.amount,
                exemption_reason=reason,
            ),
        )


def _place(position: int, field: str, case: Case) -> str:
    is_known = position < len(case.invoice.vat_breakdown)
    return f"/vat_breakdown/{position}/{field}" if is_known else "/vat_breakdown"


def _registered(category: Category, place: str) -> Check:
    def check(case: Case) -> Iterator[Break]:
        use = case.vat.get(category.code)
        if use is None or not _named(place, getattr(use, place), case):
            return
        if not (_seller_is(category.seller, case) and _buyer_is(category.buyer, case)):
            yield fail("/seller", category.code)

    return check


def _seller_is(demand: str, case: Case) -> bool:
    has_vat = bool(case.seller.vat_identifier or case.tax_representative.vat_identifier)
    if demand == "none":
        return not has_vat
    return has_vat or (demand == "tax" and bool(case.seller.tax_registration_identifier))


def _buyer_is(demand: str, case: Case) -> bool:
    has_vat = bool(case.buyer.vat_identifier)
    if demand == "none":
        return not has_vat
    return not demand or has_vat or (demand == "legal" and case.buyer.legal_registration_identifier is not None)


def _rates(category: Category, place: str) -> Check:
    right = _RATE_IS_RIGHT[category.code]

    def check(case: Case) -> Iterator[Break]:
        groups: list[tuple[int, Taxed]] = getattr(case.vat.get(category.code, _UNUSED), place)
        for position, group in _named(place, groups, case):
            if not right(group.vat_rate, case):
                yield fail(f"/{place}/{position}/vat_rate", group.vat_rate)

    return check


_RATE_IS_RIGHT: dict[str, Callable[[Decimal | None, Case], bool]] = {
    **dict.fromkeys(("Z", "E", "AE", "K", "G"), lambda rate, _: rate == ZERO),
    "S": lambda rate, _: rate is not None and rate > ZERO,
    "L": lambda rate, case: rate is not None and (rate > ZERO or (rate == ZERO and not case.is_cii)),
    "M": lambda rate, _: rate is not None and rate >= ZERO,
    "O": lambda rate, _: rate is None,
}


def _taxable_amount(category: Category) -> Check:
    fits = _rated_sum_fits if category.code in _RATED else _sum_fits

    def check(case: Case) -> Iterator[Break]:
        for position, part in _breakdown(category.code, case):
            if not fits(category.code, part.taxable_amount, part.rate, case):
                yield fail(_place(position, "taxable_amount", case), part.taxable_amount, part.rate)

    return check


def _sum_fits(code: str, taxable: Decimal | None, _: Decimal | None, case: Case) -> bool:
    if taxable is None:
        return False
    expected = sum(_sums(code, None, case), ZERO)
    if case.is_cii:
        return taxable == expected if code == "O" else _near(taxable, expected, case)
    return bool(case.invoice.lines) and taxable == expected


def _rated_sum_fits(code: str, taxable: Decimal | None, rate: Decimal | None, case: Case) -> bool:
    """For each rate of its own; CII compares to the cent, and not at all where the code is L or M."""
    if rate is None or (case.is_cii and code != "S"):
        return True
    if taxable is None:
        return False
    lines, others = _sums(code, rate, case)
    if case.is_cii:
        return taxable == lines + others
    if code != "S":
        return bool(case.invoice.lines) and _near(taxable, lines + others, case)
    uses_rate = _at_rate(code, rate, case)
    if uses_rate["others"]:  # the rule's other half, for the other kind of document, knows no lines
        return _near(taxable, lines + others, case) or _near(taxable, others, case)
    return uses_rate["lines"] and _near(taxable, lines + others, case)


def _near(taxable: Decimal, expected: Decimal, case: Case) -> bool:
    """Less than one apart. The official rules reckon the bounds in binary, which decides where it is just one."""
    low, high = float(taxable) - 1, float(taxable) + 1
    if case.is_cii:
        return low < float(expected) < high
    return Decimal(low) < expected < Decimal(high)


def _sums(code: str, rate: Decimal | None, case: Case) -> tuple[Decimal, Decimal]:
    """What the lines of a category add up to, and its charges less its allowances; of one rate, if given."""
    use = case.vat.get(code, _UNUSED)
    other_tax = [u for u in case.facts.other_tax if u.code == code and rate in (None, u.rate)]
    lines = total(line.net_amount for _, line in use.lines if rate in (None, line.vat_rate))
    charges = total(charge.amount for _, charge in use.charges if rate in (None, charge.vat_rate))
    allowances = total(allowance.amount for _, allowance in use.allowances if rate in (None, allowance.vat_rate))
    lines += _of_kind(other_tax, "line")
    charges += _of_kind(other_tax, "charge")
    allowances += _of_kind(other_tax, "allowance")
    if case.is_cii:
        lines, charges, allowances = cents(lines), cents(charges), cents(allowances)
    return lines, charges - allowances


def _of_kind(others: list[OtherTax], kind: str) -> Decimal:
    return total(u.amount for u in others if u.kind == kind)


def _at_rate(code: str, rate: Decimal, case: Case) -> dict[str, bool]:
    use = case.vat.get(code, _UNUSED)
    other_tax = {u.kind == "line" for u in case.facts.other_tax if u.code == code and u.rate == rate}
    groups: list[Allowance | Charge] = [group for _, group in use.charges] + [group for _, group in use.allowances]
    others = any(group.vat_rate == rate for group in groups) or False in other_tax
    return {"lines": any(line.vat_rate == rate for _, line in use.lines) or True in other_tax, "others": others}


def _tax_amount(category: Category) -> Check:
    def check(case: Case) -> Iterator[Break]:
        if case.is_cii and category.code in {"L", "M"}:
            return
        for position, part in _breakdown(category.code, case):
            if category.taxed:
                right = _share_is_right(part.taxable_amount, part.rate, part.tax_amount)
            else:
                right = part.tax_amount == ZERO
            if not right:
                yield fail(_place(position, "tax_amount", case), part.tax_amount)

    return check


def _share_is_right(taxable: Decimal | None, rate: Decimal | None, tax: Decimal | None) -> bool:
    if taxable is None or rate is None or tax is None:
        return False
    return within_one(abs(tax), cents(abs(taxable) * rate / 100))


def _exemption_reason(category: Category) -> Check:
    def check(case: Case) -> Iterator[Break]:
        for position, part in _breakdown(category.code, case):
            given = bool(part.exemption_reason or part.exemption_reason_code)
            if given != category.reason:
                yield fail(_place(position, "exemption_reason", case), part.exemption_reason_code)

    return check


_PLACES = (("lines", "A line", 2), ("allowances", "A document level allowance", 3), ("charges", "A charge", 4))
_SELLER_TEXT = {
    "tax": "the Seller's VAT identifier (BT-31) or tax registration (BT-32), or its representative's VAT id (BT-63)",
    "vat": "the Seller's VAT identifier (BT-31) or its representative's (BT-63)",
    "none": "no VAT identifier, neither of the Seller (BT-31, BT-63) nor of the Buyer (BT-48)",
}
_BUYER_TEXT = {
    "": "",
    "none": "",
    "vat": ", and the Buyer's VAT identifier (BT-48)",
    "legal": ", and the Buyer's VAT identifier (BT-48) or legal registration (BT-47)",
}
_RATE_TEXT = {
    **dict.fromkeys(("Z", "E", "AE", "K", "G"), "a VAT rate of zero"),
    "S": "a VAT rate above zero",
    "L": "a rate of zero or more",
    "M": "a rate of zero or more",
    "O": "no VAT rate",
}
_CATEGORY_TERMS = {"lines": ("BT-151", "BT-152"), "allowances": ("BT-95", "BT-96"), "charges": ("BT-102", "BT-103")}


def _rules_of(category: Category) -> Iterator[Rule]:
    what = f"{category.code}, {category.name}"

    def make(number: int, sentence: str, check: Check, *terms: str) -> Rule:
        return Rule(f"BR-{category.prefix}-{number:02}", rule(check).severity, terms, sentence, check)

    times = "at least once" if category.code in _RATED else "once"
    sentence = f"A VAT category that is used ({what}) stands in the VAT breakdown {times}."
    yield make(1, sentence, _listed_in_breakdown(category), "BG-23", "BT-118")
    registered = _SELLER_TEXT[category.seller] + _BUYER_TEXT[category.buyer]
    for place, name, number in _PLACES:
        sentence = f"{name} with VAT category {what}, asks for {registered}."
        yield make(number, sentence, _registered(category, place), "BT-31", "BT-32", "BT-63")
    for place, name, number in _PLACES:
        sentence = f"{name} with VAT category {what}, has {_RATE_TEXT[category.code]}."
        yield make(number + 3, sentence, _rates(category, place), *_CATEGORY_TERMS[place])
    each = " at one rate" if category.code in _RATED else ""
    sentence = f"The taxable amount of {what},{each} is its lines plus charges less allowances."
    yield make(8, sentence, _taxable_amount(category), "BT-116", "BT-131", "BT-92", "BT-99")
    share = "the rate's share of the taxable amount" if category.taxed else "zero"
    yield make(9, f"The tax amount of {what}, is {share}.", _tax_amount(category), "BT-117")
    has = "has an exemption reason" if category.reason else "has no exemption reason"
    yield make(10, f"VAT category {what}, {has}.", _exemption_reason(category), "BT-120", "BT-121")


def br_ic_11(case: Case) -> Iterator[Break]:
    """An intra-community supply tells when it was delivered: a date (BT-72) or a period (BG-14)."""
    delivery = case.delivery
    told = bool(delivery.actual_date or delivery.invoicing_period)
    if not case.is_cii:
        told = told or bool(case.invoice.vat_point_date_code)
    if not told and _breakdown("K", case):
        yield fail("/delivery/actual_date")


def br_ic_12(case: Case) -> Iterator[Break]:
    """An intra-community supply tells the country it was delivered to (BT-80)."""
    address = case.delivery.address
    if not (address and address.country_code) and _breakdown("K", case):
        yield fail("/delivery/address/country_code")


def _only_o(case: Case, field: str, *, in_cii: str) -> Iterator[Break]:
    """CII does not tell the breakdown from the lines, nor allowances from charges."""
    if not _breakdown("O", case):
        return
    places = in_cii.split() if case.is_cii else [field]
    others = [code for code, use in case.vat.items() if code != "O" and any(getattr(use, place) for place in places)]
    if case.is_cii and field in {"allowances", "charges"}:
        others += [other.code for other in case.facts.other_tax if other.kind == "neither" and other.code != "O"]
    if others:
        yield fail(f"/{field}", *others)


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
        yield fail("/vat_breakdown", *foreign)


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
    """Split payment (B) and standard rated (S) do not stand in one invoice."""
    if _uses("B", case) and _uses("S", case):
        yield fail("/vat_breakdown", "B", "S")


RULES: tuple[Rule, ...] = (
    *(made for category in CATEGORIES for made in _rules_of(category)),
    rule(br_ic_11, "BT-72", "BG-14"),
    rule(br_ic_12, "BT-80"),
    rule(br_o_11, "BT-118"),
    rule(br_o_12, "BT-151"),
    rule(br_o_13, "BT-95"),
    rule(br_o_14, "BT-102"),
    rule(br_b_01, "BT-118", "BT-151"),
    rule(br_b_02, "BT-118", "BT-151"),
)
