"""The rules beyond the standards: check digits, dates, rates, doubles, amounts and the addressee."""

from datetime import date
from decimal import Decimal

import pytest

from invoicy.model import (
    Buyer,
    CreditTransfer,
    Invoice,
    InvoiceLine,
    PaymentInstructions,
    Seller,
    Totals,
    VatBreakdown,
)
from invoicy.model.vat_rates import rates_of_country
from invoicy.readings.reading import Severity
from invoicy.rules import CheckContext, check, check_around
from invoicy.rules.plausibility.identifiers import is_vat_identifier


def told(invoice: Invoice) -> set[str]:
    found = [finding for finding in check(invoice) if finding.rule.startswith("INVOICY-")]
    assert all(finding.severity is Severity.WARNING for finding in found)
    return {finding.rule for finding in found}


@pytest.mark.parametrize(
    ("identifier", "is_right"),
    [("DE136695976", True), ("DE136695978", False), ("NL4495445B01", True), ("EL094259216", True), ("US123", True)],
)
def test_vat_identifiers_of_the_eu_have_check_digits(identifier: str, *, is_right: bool) -> None:
    assert is_vat_identifier(identifier) is is_right
    assert ("INVOICY-VAT-ID" in told(Invoice(seller=Seller(vat_identifier=identifier)))) is not is_right


@pytest.mark.parametrize(
    ("account", "is_right"), [("DE89 3704 0044 0532 0130 00", True), ("DE89370400440532013001", False), ("12345", True)]
)
def test_what_looks_like_an_iban_is_one(account: str, *, is_right: bool) -> None:
    invoice = Invoice(payment=PaymentInstructions(accounts=(CreditTransfer(identifier=account),)))
    assert ("INVOICY-IBAN" in told(invoice)) is not is_right


def test_an_invoice_is_not_due_before_it_is_issued() -> None:
    assert "INVOICY-DUE-BEFORE-ISSUE" in told(Invoice(issue_date=date(2026, 3, 2), due_date=date(2026, 3, 1)))
    assert "INVOICY-DUE-BEFORE-ISSUE" not in told(Invoice(issue_date=date(2026, 3, 2), due_date=date(2026, 3, 2)))


def test_a_rate_is_one_of_the_country_on_the_day() -> None:
    assert rates_of_country("DE", date(2020, 8, 1)) == {Decimal(16), Decimal(5)}
    assert rates_of_country("EL", date(2026, 1, 1)) == rates_of_country("GR", date(2026, 1, 1))
    assert rates_of_country("US", date(2026, 1, 1)) == frozenset()
    invoice = Invoice(
        issue_date=date(2026, 3, 2),
        seller=Seller(vat_identifier="DE136695976"),
        vat_breakdown=(VatBreakdown(category_code="S", rate=Decimal(18)),),
    )
    assert "INVOICY-VAT-RATE" in told(invoice)


def test_line_identifiers_are_not_doubled() -> None:
    lines = (InvoiceLine(identifier="1"), InvoiceLine(identifier="2"), InvoiceLine(identifier="1"))
    found = [f.path for f in check(Invoice(lines=lines)) if f.rule == "INVOICY-DUPLICATE-LINE"]
    assert found == ["/lines/0/identifier", "/lines/2/identifier"]


def test_amounts_out_of_all_proportion() -> None:
    assert "INVOICY-ABSURD-AMOUNT" in told(Invoice(currency_code="EUR", totals=Totals(with_vat=Decimal(10**10))))
    assert "INVOICY-ABSURD-AMOUNT" not in told(Invoice(currency_code="IDR", totals=Totals(with_vat=Decimal(10**10))))


def test_only_who_says_the_day_hears_of_the_future() -> None:
    invoice = Invoice(issue_date=date(2026, 3, 2))
    assert "INVOICY-DATE-IN-FUTURE" not in told(invoice)
    assert [f.rule for f in check_around(invoice, CheckContext(date(2026, 3, 1)))] == ["INVOICY-DATE-IN-FUTURE"]


def test_only_who_says_who_we_are_hears_of_other_addressees() -> None:
    invoice = Invoice(buyer=Buyer(name="Muster G.m.b.H."))
    assert check_around(invoice, CheckContext(own_names=("Muster GmbH",))) == ()
    assert [f.rule for f in check_around(invoice, CheckContext(own_names=("Beispiel AG",)))] == ["INVOICY-ADDRESSEE"]
