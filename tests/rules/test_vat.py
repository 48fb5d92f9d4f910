"""VAT categories: ten rules each, and where the official rules of UBL and CII do not agree."""

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
from invoicy.rules.invoice_context import cents, whole

CODES = ("S", "Z", "E", "AE", "K", "G", "O", "L", "M")
REASONS = {"E": "VATEX-EU-132", "AE": "VATEX-EU-AE", "K": "VATEX-EU-IC", "G": "VATEX-EU-G", "O": "VATEX-EU-O"}


def fatal(invoice: Invoice, syntax: str = "") -> set[str]:
    found = check(invoice, Profile.EN16931, syntax=syntax)
    return {finding.rule for finding in found if finding.severity is Severity.FATAL and "-VAT" not in finding.rule}


def of_category(code: str) -> dict[str, object]:
    plain = searched.of_category(code, REASONS.get(code)) if code != "S" else json.loads(sound())
    if code != "S":
        tax = Decimal(plain["vat_breakdown"][0]["tax_amount"])
        plain["totals"].update(vat=str(tax), with_vat=str(195 + tax), due=str(163 + tax - Decimal("0.05")))
    return dict(plain)


@pytest.mark.parametrize("code", CODES)
def test_a_sound_invoice_of_each_category_keeps_every_rule(code: str) -> None:
    assert fatal(msgspec.convert(of_category(code), Invoice)) == set()


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [("1.005", "1.01"), ("-1.005", "-1.00"), ("1.004", "1.00"), ("1.1", "1.1"), ("-1.006", "-1.01")],
)
def test_a_half_goes_up_also_below_zero(amount: str, rounded: str) -> None:
    assert cents(Decimal(amount)) == Decimal(rounded)


def test_whole_numbers_round_likewise() -> None:
    assert [whole(Decimal(value)) for value in ("0.5", "-0.5", "1.49")] == [1, 0, 1]


def test_ubl_takes_a_standard_rated_sum_that_is_nearly_right_and_cii_does_not() -> None:
    plain = of_category("S")
    plain["vat_breakdown"][0]["taxable_amount"] = "195.50"  # type: ignore[index]
    invoice = msgspec.convert(plain, Invoice)
    assert "BR-S-08" not in fatal(invoice, "ubl")
    assert "BR-S-08" in fatal(invoice, "cii")


def test_ubl_wants_an_exempt_sum_to_the_cent_and_cii_does_not() -> None:
    plain = of_category("E")
    plain["vat_breakdown"][0]["taxable_amount"] = "195.50"  # type: ignore[index]
    invoice = msgspec.convert(plain, Invoice)
    assert "BR-E-08" in fatal(invoice, "ubl")
    assert "BR-E-08" not in fatal(invoice, "cii")
