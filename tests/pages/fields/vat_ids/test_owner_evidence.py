"""The chance that a VAT id is the buyer's."""

from invoicy.pages.fields.parties.choice import parties_of
from invoicy.pages.fields.vat_ids.owner_evidence import buyer_chance
from invoicy.pages.fields.vat_ids.weights import weights
from tests.pages.typeset import typeset

PARTIES = (
    (50.0, 150.0, "Seller:"),
    (50.0, 163.0, "Alpha Ltd"),
    (300.0, 150.0, "Bill to:"),
    (300.0, 163.0, "Beta GmbH"),
)
ID = "DE136695976"


def chance(*lines: tuple[float, float, str]) -> float:
    pages = typeset(*PARTIES, *lines)
    segment = next(segment for segment in pages.segments if ID in segment.text)
    return buyer_chance(pages, parties_of(pages), segment)


def test_an_id_in_a_block_is_that_of_its_party() -> None:
    assert chance((300, 176, ID)) == weights().buyer.buyer_block
    assert chance((50, 176, ID)) == weights().buyer.seller_block


def test_a_line_that_names_a_party_has_its_id() -> None:
    assert chance((50, 400, f"Beta GmbH, {ID}")) == weights().buyer.buyer_line
    assert chance((50, 400, f"Alpha Ltd, {ID}")) == weights().buyer.seller_line


def test_an_id_in_the_footer_is_mostly_the_sellers() -> None:
    assert chance((50, 800, ID)) == weights().buyer.margin


def test_an_id_beside_a_customer_number_is_mostly_the_buyers() -> None:
    assert chance((50, 400, "Kundennummer: 17"), (50, 413, ID)) == weights().buyer.customer_number


def test_an_id_belongs_to_the_nearest_party_above_it_in_its_column() -> None:
    assert chance((300, 210, ID)) == weights().buyer.under_buyer
    assert chance((50, 210, ID)) == weights().buyer.otherwise
