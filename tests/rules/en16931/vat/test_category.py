"""VAT categories: a valid invoice of each, and differences between the official rules of UBL and CII."""

import json
from decimal import Decimal

import msgspec
import pytest

from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Severity
from invoicy.rules import check
from invoicy.rules.examples import searched
from invoicy.rules.examples.plain import sound

CODES = ("S", "Z", "E", "AE", "K", "G", "O", "L", "M")
REASONS = {"E": "VATEX-EU-132", "AE": "VATEX-EU-AE", "K": "VATEX-EU-IC", "G": "VATEX-EU-G", "O": "VATEX-EU-O"}


def fatal(invoice: Invoice, syntax: str = "") -> set[str]:
    findings = check(invoice, Profile.EN16931, syntax=syntax)
    return {finding.rule for finding in findings if finding.severity is Severity.FATAL and "-VAT" not in finding.rule}


def of_category(code: str) -> dict[str, object]:
    plain = searched.of_category(code, REASONS.get(code)) if code != "S" else json.loads(sound())
    if code != "S":
        tax = Decimal(plain["vat_breakdown"][0]["tax_amount"])
        plain["totals"].update(vat=str(tax), with_vat=str(195 + tax), due=str(163 + tax - Decimal("0.05")))
    return dict(plain)


@pytest.mark.parametrize("code", CODES)
def test_a_valid_invoice_of_each_category_keeps_every_rule(code: str) -> None:
    assert fatal(msgspec.convert(of_category(code), Invoice)) == set()


def test_a_standard_rated_sum_may_be_off_by_a_unit_in_ubl_but_not_in_cii() -> None:
    plain = of_category("S")
    plain["vat_breakdown"][0]["taxable_amount"] = "195.50"  # type: ignore[index]
    invoice = msgspec.convert(plain, Invoice)
    assert "BR-S-08" not in fatal(invoice, "ubl")
    assert "BR-S-08" in fatal(invoice, "cii")


def test_an_exempt_sum_is_compared_to_the_cent_in_ubl_but_not_in_cii() -> None:
    plain = of_category("E")
    plain["vat_breakdown"][0]["taxable_amount"] = "195.50"  # type: ignore[index]
    invoice = msgspec.convert(plain, Invoice)
    assert "BR-E-08" in fatal(invoice, "ubl")
    assert "BR-E-08" not in fatal(invoice, "cii")
