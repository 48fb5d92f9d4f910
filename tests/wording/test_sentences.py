"""Sentences that state a fault: amounts, sums, places, near codes, and what is missing."""

from datetime import date
from decimal import Decimal

import pytest

from invoicy.model import (
    Allowance,
    Buyer,
    Invoice,
    InvoiceLine,
    Item,
    LineCharge,
    Seller,
    SellerAddress,
    Totals,
    VatBreakdown,
)
from invoicy.model.profiles import Profile
from invoicy.rules import CheckContext, check, check_in_context


def message(invoice: Invoice, rule: str, profile: Profile = Profile.EN16931) -> str:
    return next(finding.message for finding in check(invoice, profile) if finding.rule == rule)


def of_lines(*amounts: str) -> Invoice:
    lines = tuple(InvoiceLine(identifier=str(n), net_amount=Decimal(amount)) for n, amount in enumerate(amounts, 1))
    return Invoice(currency_code="EUR", lines=lines, totals=Totals(line_net_amounts=Decimal("1000.5")))


def test_a_wrong_total_is_shown_with_the_numbers_that_add_up() -> None:
    totals = Totals(without_vat=Decimal("12998.70"), vat=Decimal("2461.52"), with_vat=Decimal("15460.32"))
    assert message(Invoice(currency_code="EUR", totals=totals), "BR-CO-15") == (
        "The total with VAT (BT-112) is 15,460.32 EUR, but 12,998.70 + 2,461.52 = 15,460.22."
    )


@pytest.mark.parametrize(
    ("amounts", "sum_in_words"),
    [
        (("10.00", "20.50", "-5.00"), "10.00 + 20.50 - 5.00 = 25.50"),
        (("10.005", "20.00"), "10.005 + 20.00 = 30.005, rounded to 30.01"),
        (("10.00",), "the only line amounts to 10.00"),
        (("10.00",) * 14, "the 14 lines add up to 140.00"),
        ((), "there are no amounts of lines"),
    ],
)
def test_few_numbers_are_written_out_and_many_are_counted(amounts: tuple[str, ...], sum_in_words: str) -> None:
    assert message(of_lines(*amounts), "BR-CO-10") == (
        f"The sum of the line net amounts (BT-106) is 1,000.50 EUR, but {sum_in_words}."
    )


def test_a_total_that_is_missing_is_shown_with_what_it_should_be() -> None:
    totals = Totals(without_vat=Decimal("100.00"), vat=Decimal("19.00"))
    assert message(Invoice(totals=totals), "BR-CO-15") == (
        "The total with VAT (BT-112) is missing; 100.00 + 19.00 = 119.00."
    )


def test_a_rate_is_applied_to_the_taxable_amount() -> None:
    part = VatBreakdown(
        category_code="S", rate=Decimal("19.00"), taxable_amount=Decimal("250.00"), tax_amount=Decimal("45.70")
    )
    assert message(Invoice(currency_code="EUR", vat_breakdown=(part,)), "BR-CO-17") == (
        "The VAT of category S at 19 % (BT-117) is 45.70 EUR, but 19 % of 250.00 is 47.50."
    )


@pytest.mark.parametrize(("taxable", "tax"), [("1000.00", "190.00"), ("1000", "190"), ("1000.5", "190.10")])
def test_a_reckoned_amount_has_decimals_where_the_invoice_has_them(taxable: str, tax: str) -> None:
    part = VatBreakdown(
        category_code="S", rate=Decimal(19), taxable_amount=Decimal(taxable), tax_amount=Decimal("999.00")
    )
    assert message(Invoice(vat_breakdown=(part,)), "BR-CO-17").endswith(f" is {tax}.")


def test_a_vat_amount_that_cannot_be_computed_is_reported_with_what_is_missing() -> None:
    part = VatBreakdown(category_code="S", rate=Decimal(19), tax_amount=Decimal(9))
    no_rate = VatBreakdown(category_code="S", taxable_amount=Decimal(9), tax_amount=Decimal(9))
    assert message(Invoice(vat_breakdown=(part,)), "BR-CO-17") == (
        "The VAT of category S at 19 % (BT-117) is 9, but the taxable amount (BT-116) is missing."
    )
    assert message(Invoice(vat_breakdown=(no_rate,)), "BR-CO-17") == (
        "The VAT of category S (BT-117) is 9, but the rate (BT-119) is missing."
    )


def test_a_line_is_named_by_its_identifier_or_else_by_its_position() -> None:
    lines = (InvoiceLine(identifier="A-7"), InvoiceLine())
    messages = [finding.message for finding in check(Invoice(lines=lines), Profile.EN16931) if finding.rule == "BR-24"]
    assert messages == ["Line A-7: the net amount (BT-131) is missing.", "Line 2: the net amount (BT-131) is missing."]


def test_a_group_within_a_line_is_counted_where_there_are_several() -> None:
    line = InvoiceLine(identifier="3", charges=(LineCharge(amount=Decimal(1)), LineCharge()), item=Item())
    invoice = Invoice(lines=(line,), allowances=(Allowance(),))
    assert message(invoice, "BR-43") == "Line 3, charge 2: the charge amount (BT-141) is missing."
    assert message(invoice, "BR-31") == "The allowance amount (BT-92) is missing."


def test_a_code_is_shown_with_its_list_and_the_one_that_was_meant() -> None:
    assert message(Invoice(currency_code="EURO"), "BR-CL-04") == (
        "The currency code (BT-5) is 'EURO'; ISO 4217 has no such code (perhaps EUR)."
    )
    assert message(Invoice(currency_code="eur"), "BR-CL-04").endswith("(perhaps EUR).")
    seller = Seller(address=SellerAddress(country_code="United Kingdom"))
    assert message(Invoice(seller=seller), "BR-CL-14") == (
        "The Seller country code (BT-40) is 'United Kingdom'; ISO 3166-1 has no such country (perhaps GB)."
    )


def test_nothing_is_suggested_where_no_code_is_near() -> None:
    assert message(Invoice(currency_code="QQQ"), "BR-CL-04").endswith("has no such code.")
    seller = Seller(address=SellerAddress(country_code="Atlantis"))
    assert message(Invoice(seller=seller), "BR-CL-14").endswith("has no such country.")


def test_lines_that_share_an_identifier_are_counted() -> None:
    twice = Invoice(lines=(InvoiceLine(identifier="1"),) * 2)
    often = Invoice(lines=(InvoiceLine(identifier="1"),) * 3)
    assert message(twice, "INVOICY-DUPLICATE-LINE") == "Two lines share the identifier 1 (BT-126)."
    assert message(often, "INVOICY-DUPLICATE-LINE") == "3 lines share the identifier 1 (BT-126)."


def test_an_invoice_to_somebody_else_names_him() -> None:
    context = CheckContext(date(2026, 1, 1), ("Beispiel AG",))
    invoice = Invoice(buyer=Buyer(name="Acme BV"))
    assert [finding.message for finding in check_in_context(invoice, context)] == [
        "The invoice is addressed to Acme BV (BT-44), not to you."
    ]


def test_an_amount_without_a_currency_has_none_and_the_accounting_currency_has_its_own() -> None:
    totals = Totals(vat=Decimal("-1.00"), vat_in_accounting_currency=Decimal("9.00"))
    invoice = Invoice(vat_accounting_currency_code="SEK", totals=totals)
    assert message(invoice, "PEPPOL-EN16931-R055", Profile.PEPPOL) == (
        "The total VAT amounts have different signs: -1.00 (BT-110) and 9.00 SEK (BT-111)."
    )


def test_text_of_the_invoice_is_cut_to_one_line() -> None:
    invoice = Invoice(currency_code=f"EUR\n{'x' * 200}")
    text = message(invoice, "BR-CL-04")
    assert "\n" not in text
    assert "..." in text
    assert len(text) < 200


@pytest.mark.parametrize(
    ("count", "subject"),
    [(1, "Line 1 has"), (12, "12 lines have")],
)
def test_the_lines_that_lack_a_registration_are_named_or_counted(count: int, subject: str) -> None:
    lines = tuple(InvoiceLine(identifier=str(n), vat_category_code="S") for n in range(1, count + 1))
    assert message(Invoice(lines=lines), "BR-S-02").startswith(
        f"{subject} VAT category S (standard rate), but the Sell"
    )


def test_the_only_allowance_needs_no_number() -> None:
    invoice = Invoice(allowances=(Allowance(vat_category_code="S"),))
    assert message(invoice, "BR-S-03").startswith("An allowance has VAT category S (standard rate), but the Seller")


def test_an_identifier_of_several_words_is_quoted() -> None:
    invoice = Invoice(lines=(InvoiceLine(identifier="Room hire: July"),))
    assert message(invoice, "BR-22") == "Line 'Room hire: July': the quantity (BT-129) is missing."


@pytest.mark.parametrize(
    ("country", "rates"), [("DK", "Denmark (DK) had 25 %"), ("NL", "Netherlands (NL) had 21 % and 9 %")]
)
def test_a_rate_that_a_country_does_not_have_is_set_against_those_that_it_has(country: str, rates: str) -> None:
    invoice = Invoice(
        issue_date=date(2026, 3, 2),
        seller=Seller(address=SellerAddress(country_code=country)),
        vat_breakdown=(VatBreakdown(category_code="S", rate=Decimal(18)),),
    )
    assert message(invoice, "INVOICY-VAT-RATE") == (
        f"The VAT rate (BT-119) of category S is 18 %, but {rates} on 2026-03-02."
    )
