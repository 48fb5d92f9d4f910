"""Seller and Buyer, chosen among the names on a page."""

import pytest

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.parties.choice import parties_of
from invoicy.pages.fields.vat_ids.choice import vat_ids_of
from tests.pages.typeset import typeset


def names(page: AnnotatedPages) -> tuple[str | None, str | None]:
    parties = parties_of(page)
    return parties.seller.value if parties.seller else None, parties.buyer.value if parties.buyer else None


def test_labels_name_both() -> None:
    page = typeset(
        (50, 50, "Sprzedawca"),
        (50, 63, "Kowalski Sp. z o.o."),
        (50, 76, "ul. Długa 15"),
        (50, 89, "00-867 Warszawa"),
        (300, 50, "Nabywca"),
        (300, 63, "Anna Nowak"),
        (300, 76, "ul. Krótka 1"),
        (300, 89, "30-001 Kraków"),
    )
    assert names(page) == ("Kowalski Sp. z o.o.", "Anna Nowak")


def test_the_window_shows_the_buyer_under_the_sender() -> None:
    page = typeset(
        (50, 120, "Muster GmbH · Weg 1 · 50667 Köln"),
        (50, 134, "Petra Klein"),
        (50, 147, "Am Markt 3"),
        (50, 160, "80331 München"),
        (50, 300, "Rechnung Nr. 5"),
    )
    assert names(page) == ("Muster GmbH", "Petra Klein")


def test_a_footer_names_the_seller_of_a_page_without_letterhead() -> None:
    page = typeset(
        (50, 60, "Hotel Bellavista Srl"),
        (50, 73, "Piazza Duomo 1"),
        (50, 86, "20121 Milano"),
        (50, 200, "Fattura n. 7"),
        (50, 800, "Studio Bianchi · Via Roma 2 · 00184 Roma · www.bianchi.it"),
    )
    assert names(page) == ("Studio Bianchi", "Hotel Bellavista Srl")


@pytest.mark.parametrize(("label", "method"), [("Seller", "label"), ("Description", "place")])
def test_only_a_label_of_a_party_makes_the_label_the_method(label: str, method: str) -> None:
    seller = parties_of(typeset((50, 50, label), (200, 50, "Orchards Ltd"))).seller
    assert seller is not None
    assert (seller.value, seller.method) == ("Orchards Ltd", method)


def test_a_vat_id_belongs_to_the_party_of_its_block() -> None:
    page = typeset(
        (50, 50, "Seller"),
        (50, 63, "Alpha Ltd"),
        (50, 76, "VAT No: GB980780684"),
        (300, 50, "Bill to"),
        (300, 63, "Beta GmbH"),
        (300, 76, "VAT No: DE136695976"),
    )
    ids = vat_ids_of(page, parties_of(page))
    assert ids.seller is not None
    assert ids.buyer is not None
    assert (ids.seller.value, ids.buyer.value) == ("GB980780684", "DE136695976")


def test_a_heading_in_two_languages_is_not_a_name() -> None:
    page = typeset(
        (50, 50, "Seller"),
        (50, 63, "Alpha Ltd"),
        (300, 50, "Cliente / Bill to"),
        (300, 63, "Beta GmbH"),
        (300, 76, "Weg 1"),
        (300, 89, "50667 Köln"),
    )
    assert names(page)[1] == "Beta GmbH"
