"""The invoice of the model, from printed terms."""

from datetime import date
from decimal import Decimal

from msgspec import structs

from invoicy.model import Invoice
from invoicy.model.totals import Totals, VatBreakdown
from invoicy.pages.printed_terms.invoice import invoice_of
from tests.pages.printed_terms.printed_terms import EMPTY, field

AMOUNTS = {"net": field(Decimal(100)), "tax": field(Decimal(20)), "gross": field(Decimal(120))}


def test_an_empty_header_gives_an_invoice_with_its_type_alone() -> None:
    assert invoice_of(EMPTY, "381") == Invoice(type_code="381")


def test_values_go_to_their_terms() -> None:
    terms = structs.replace(
        EMPTY,
        number=field("A-17"),
        issue_date=field(date(2026, 3, 14)),
        currency=field("EUR"),
        seller=field("Kestrel Ltd"),
        seller_address={"city": field("York")},
        buyer_vat_id=field("DE123456788"),
        iban=field("DE89370400440532013000"),
    )
    invoice = invoice_of(terms, "380")
    assert (invoice.number, invoice.issue_date, invoice.currency_code) == ("A-17", date(2026, 3, 14), "EUR")
    assert invoice.seller is not None
    assert invoice.seller.address is not None
    assert (invoice.seller.name, invoice.seller.address.city) == ("Kestrel Ltd", "York")
    assert invoice.buyer is not None
    assert (invoice.buyer.name, invoice.buyer.vat_identifier) == (None, "DE123456788")
    assert invoice.payment is not None
    assert [account.identifier for account in invoice.payment.accounts] == ["DE89370400440532013000"]


def test_an_address_without_a_party_is_left_out() -> None:
    assert invoice_of(structs.replace(EMPTY, buyer_address={"city": field("York")}), "380").buyer is None


def test_a_paid_amount_is_positive_however_it_is_printed() -> None:
    terms = structs.replace(EMPTY, amounts={"paid": field(Decimal(-50))})
    assert invoice_of(terms, "380").totals == Totals(paid=Decimal(50))


def test_the_breakdown_of_one_rate_has_the_amounts_of_the_totals() -> None:
    invoice = invoice_of(structs.replace(EMPTY, amounts=AMOUNTS, rate=Decimal(20)), "380")
    assert invoice.vat_breakdown == (
        VatBreakdown(taxable_amount=Decimal(100), tax_amount=Decimal(20), category_code="S", rate=Decimal(20)),
    )


def test_no_category_follows_from_a_rate_of_zero() -> None:
    invoice = invoice_of(structs.replace(EMPTY, amounts=AMOUNTS, rate=Decimal(0)), "380")
    assert [vat.category_code for vat in invoice.vat_breakdown] == [None]
