"""The terms of a printed invoice by JSON Pointer, with evidence."""

from decimal import Decimal

from msgspec import structs

from invoicy.pages.fields.totals.vat.breakdown import RateShare
from invoicy.pages.printed_terms.by_pointer import evidence_of_terms, single_rate_evidence, terms_by_pointer
from tests.pages.printed_terms.printed_terms import EMPTY, field
from tests.pages.typeset import typeset


def test_values_that_are_not_printed_have_no_term() -> None:
    assert list(terms_by_pointer(EMPTY)) == []


def test_each_value_has_the_pointer_of_its_place_in_the_invoice() -> None:
    share = RateShare(rate=field(Decimal(7)), taxable=None, tax=field(Decimal(14)))
    terms = structs.replace(
        EMPTY,
        number=field("A-17"),
        buyer_address={"post_code": field("YO1 7HH")},
        iban=field("DE89"),
        amounts={"gross": field(Decimal(120))},
        shares=(share,),
    )
    assert [pointer for pointer, _ in terms_by_pointer(terms)] == [
        "/number",
        "/buyer/address/post_code",
        "/payment/accounts/0/identifier",
        "/totals/with_vat",
        "/vat_breakdown/0/tax_amount",
        "/vat_breakdown/0/rate",
    ]


def test_evidence_names_page_text_and_method() -> None:
    evidence = evidence_of_terms(typeset((10, 10, "A-17")), {"/number": field("A-17", method="label below")})
    assert (evidence["/number"].page, evidence["/number"].text) == (1, "A-17")
    assert evidence["/number"].method == "label below"


def test_a_breakdown_by_rate_needs_no_evidence_of_a_single_rate() -> None:
    share = RateShare(rate=field(Decimal(7)), taxable=None, tax=field(Decimal(14)))
    terms = structs.replace(EMPTY, shares=(share,), rate=Decimal(7))
    assert list(single_rate_evidence(typeset((10, 10, "7 %")), terms)) == []
