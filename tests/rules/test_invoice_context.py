"""The invoice as the rules see it: rounding, absent groups, VAT categories."""

from decimal import Decimal

import pytest

from invoicy.model import Allowance, Invoice, InvoiceLine
from invoicy.rules.invoice_context import InvoiceContext, cents, whole


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [("1.005", "1.01"), ("-1.005", "-1.00"), ("1.004", "1.00"), ("1.1", "1.1"), ("-1.006", "-1.01")],
)
def test_amounts_are_rounded_half_up_also_below_zero(amount: str, rounded: str) -> None:
    assert cents(Decimal(amount)) == Decimal(rounded)


def test_whole_numbers_are_rounded_half_up_too() -> None:
    assert [whole(Decimal(value)) for value in ("0.5", "-0.5", "1.49")] == [1, 0, 1]


def test_an_empty_invoice_has_empty_groups() -> None:
    context = InvoiceContext(Invoice())
    assert (context.seller.name, context.buyer.name, context.totals.with_vat, context.vat) == (None, None, None, {})


def test_a_vat_category_has_all_groups_that_use_it_with_their_positions() -> None:
    lines = (InvoiceLine(vat_category_code="Z"), InvoiceLine(vat_category_code="S"))
    context = InvoiceContext(Invoice(lines=lines, allowances=(Allowance(vat_category_code="S"),)))
    assert context.vat["S"].lines == [(1, lines[1])]
    assert [position for position, _ in context.vat["S"].allowances] == [0]
    assert sorted(context.vat) == ["S", "Z"]


@pytest.mark.parametrize(
    ("syntax", "is_cii", "is_ubl"), [("", False, False), ("ubl", False, True), ("zugferd1", True, False)]
)
def test_the_syntax_decides_whose_official_rules_apply(syntax: str, *, is_cii: bool, is_ubl: bool) -> None:
    context = InvoiceContext(Invoice(), syntax)
    assert (context.is_cii, context.is_ubl) == (is_cii, is_ubl)
