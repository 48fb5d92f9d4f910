"""The VAT categories, and the parts of an invoice that have one."""

from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct

from invoicy.model import Allowance, Charge, InvoiceLine, VatBreakdown
from invoicy.rules.invoice_context import InvoiceContext, VatUse
from invoicy.wording.values import CatalogueWord

UNUSED = VatUse()
Taxed = InvoiceLine | Allowance | Charge
Group = TypeVar("Group")


class Category(Struct, frozen=True):
    """One VAT category. seller, buyer: the registration that each must have. taxed: its rate may be above zero.

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

    @property
    def full_name(self) -> str:
        """Code and name: "S (standard rate)"."""
        return f"{self.code} ({self.name})"

    @property
    def words(self) -> CatalogueWord:
        """Return the category's name for a finding."""
        return CatalogueWord("category", self.code)


CATEGORIES: tuple[Category, ...] = (
    Category("S", "S", "standard rate", taxed=True, reason=False),
    Category("Z", "Z", "zero rate", reason=False),
    Category("E", "E", "exempt from VAT"),
    Category("AE", "AE", "reverse charge", buyer="legal"),
    Category("K", "IC", "intra-community supply", seller="vat", buyer="vat"),
    Category("G", "G", "export outside the EU", seller="vat"),
    Category("O", "O", "not subject to VAT", seller="none", buyer="none"),
    Category("L", "AF", "IGIC, Canary Islands", taxed=True, reason=False),
    Category("M", "AG", "IPSI, Ceuta and Melilla", taxed=True, reason=False),
)
RATED = frozenset({"S", "L", "M"})


def named(place: str, groups: list[tuple[int, Group]], context: InvoiceContext) -> list[tuple[int, Group]]:
    """Return the groups that name their tax; CII's rules skip the others."""
    if not context.facts.unnamed:
        return groups
    return [(position, group) for position, group in groups if f"/{place}/{position}" not in context.facts.unnamed]


def breakdown(code: str, context: InvoiceContext) -> list[tuple[int, VatBreakdown]]:
    groups = context.vat.get(code, UNUSED).breakdown
    if code not in {"S", "Z"}:
        return named("vat_breakdown", groups, context)
    return [*groups, *_of_another_tax(code, context)] if context.is_cii and context.facts.other_tax else groups


def _of_another_tax(code: str, context: InvoiceContext) -> Iterator[tuple[int, VatBreakdown]]:
    """Yield groups of other taxes: CII's rules of S and Z include them. Their positions follow the model's last one."""
    others = (other for other in context.facts.other_tax if other.kind == "breakdown" and other.code == code)
    for other in others:
        reason = "given" if other.has_reason else None
        yield (
            len(context.invoice.vat_breakdown),
            VatBreakdown(
                category_code=code,
                rate=other.rate,
                taxable_amount=other.taxable,
                tax_amount=other.amount,
                exemption_reason=reason,
            ),
        )


def place(position: int, field: str, context: InvoiceContext) -> str:
    is_known = position < len(context.invoice.vat_breakdown)
    return f"/vat_breakdown/{position}/{field}" if is_known else "/vat_breakdown"
