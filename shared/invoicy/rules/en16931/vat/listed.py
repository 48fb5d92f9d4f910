"""BR-S-01 and those of the other categories: the VAT breakdown has the categories that are used."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from invoicy.rules.en16931.vat.category import RATED, UNUSED, Category
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Check, Violation, violation


class Count(NamedTuple):
    """The numbers of lines, of allowances and charges, and of parts of the VAT breakdown with a category."""

    lines: int
    others: int
    listed: int

    @property
    def used(self) -> bool:
        return bool(self.lines or self.others)

    @property
    def fault(self) -> str:
        """Return the catalogue's case: absent from the breakdown, in it without use, or in it more than once."""
        if not self.listed:
            return ""
        return "twice" if self.used else "unused"


def _count(code: str, context: InvoiceContext) -> Count:
    use = context.vat.get(code, UNUSED)
    others = len(use.allowances) + len(use.charges)
    kinds = [other.kind for other in context.facts.other_tax if other.code == code]
    others += kinds.count("neither")
    if not (context.is_cii or code == "S"):  # the official rules that test for VAT
        listed = len(use.breakdown) + kinds.count("further")
        if code == "L" and (use.lines or others):  # its official rule lacks this test
            listed += kinds.count("breakdown")
        return Count(len(use.lines), others, listed)
    others += kinds.count("allowance") + kinds.count("charge") + kinds.count("neither of VAT")
    return Count(len(use.lines) + kinds.count("line"), others, len(use.breakdown) + kinds.count("breakdown"))


def listed_in_breakdown(category: Category) -> Check:
    in_ubl = _ubl_listed_rated if category.code in RATED else _ubl_listed_once
    in_cii = _CII_LISTED[category.code]

    def check(context: InvoiceContext) -> Iterator[Violation]:
        if category.code not in context.vat and not context.facts.other_tax:
            return
        count = _count(category.code, context)
        if not (in_cii if context.is_cii else in_ubl)(count):
            yield violation("/vat_breakdown", category.code, fault=count.fault, category=category.words)

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
    lines_listed = not count.lines or count.lines + count.listed > 1
    return lines_listed and (not count.others or count.others + count.listed > 1)


_CII_LISTED: dict[str, Callable[[Count], bool]] = {
    **dict.fromkeys(("Z", "E", "AE", "K", "G"), _cii_listed_once),
    **dict.fromkeys(("S", "L", "M"), _cii_listed_rated),
    "O": _cii_listed_o,
}
