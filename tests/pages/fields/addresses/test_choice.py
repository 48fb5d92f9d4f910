"""Postal addresses in their parts."""

import pytest

from invoicy.pages.fields.addresses.choice import addresses_of
from invoicy.pages.fields.parties.choice import parties_of
from invoicy.pages.parsers.countries import country_code
from invoicy.pages.reader import read_pages
from tests.pages.typeset import page, typeset

CASES = {
    "Weg 1/50667 Köln/Deutschland": ("Weg 1", "50667", "Köln", "", "DE"),
    "Weg 1/D-50667 Köln": ("Weg 1", "50667", "Köln", "", "DE"),
    "Weg 1/50667 Köln": ("Weg 1", "50667", "Köln", "", ""),
    "1 High Street/Leeds LS1 4DY": ("1 High Street", "LS1 4DY", "Leeds", "", "GB"),
    "1234 Main Street/Austin, TX 78701": ("1234 Main Street", "78701", "Austin", "TX", "US"),
    "12 King St/Toronto, ON M5V 2T6": ("12 King St", "M5V 2T6", "Toronto", "ON", "CA"),
    "5 Kent St/Sydney NSW 2000": ("5 Kent St", "2000", "Sydney", "NSW", "AU"),
    "Kerkstraat 9/3812 AB Amersfoort": ("Kerkstraat 9", "3812 AB", "Amersfoort", "", "NL"),
    "ul. Polna 4/15-007 Białystok": ("ul. Polna 4", "15-007", "Białystok", "", "PL"),
    "Via Roma 2/00184 Roma (RM)": ("Via Roma 2", "00184", "Roma", "RM", "IT"),
    "Hlavní 5/602 92 Brno/Česko": ("Hlavní 5", "602 92", "Brno", "", "CZ"),
    "14 Park Road/Jaipur 302001/India": ("14 Park Road", "302001", "Jaipur", "", "IN"),
}
FIELDS = ("line_one", "post_code", "city", "country_subdivision", "country_code")


def parts(*lines: str) -> dict[str, str]:
    heads = [(50.0, 50.0 + 13 * index, text) for index, text in enumerate(("Bill to", "Beta Ltd", *lines))]
    pages = typeset(*heads, (300, 50, "Seller"), (300, 63, "Alpha Ltd"))
    return {name: field.value for name, field in addresses_of(pages, parties_of(pages))[1].items()}


@pytest.mark.parametrize("printed", CASES)
def test_the_styles_of_many_countries_are_read(printed: str) -> None:
    expected = {name: value for name, value in zip(FIELDS, CASES[printed], strict=True) if value}
    assert parts(*printed.split("/")) == expected


def test_the_line_between_street_and_town_is_the_second() -> None:
    assert parts("548 Market Street", "PMB 97273", "Boise, ID 83713")["line_two"] == "PMB 97273"


def test_a_person_and_telephone_are_not_part_of_the_address() -> None:
    address = parts("Petra Klein", "Tel: 030 123456", "Weg 1", "50667 Köln")
    assert address == {"line_one": "Weg 1", "post_code": "50667", "city": "Köln"}


@pytest.mark.parametrize("lines", [("1234 Main Street",), ("Order 17", "Thank you"), ("Address", "City, State Zip")])
def test_other_lines_give_no_address(lines: tuple[str, ...]) -> None:
    assert parts(*lines) == {}


def test_a_sender_in_one_line_is_taken_apart() -> None:
    pages = typeset(
        (50, 120, "Muster GmbH · Weg 1 · 50667 Köln"),
        (50, 134, "Petra Klein"),
        (50, 147, "Am Markt 3"),
        (50, 160, "80331 München"),
        (50, 300, "Rechnung Nr. 5"),
    )
    seller, buyer = addresses_of(pages, parties_of(pages))
    assert (seller["line_one"].value, seller["city"].value) == ("Weg 1", "Köln")
    assert (buyer["line_one"].value, buyer["city"].value) == ("Am Markt 3", "München")


def test_each_part_has_evidence() -> None:
    lines = (
        (50.0, 50.0, "Bill to"),
        (50.0, 63.0, "Beta Ltd"),
        (50.0, 76.0, "1 High Street"),
        (50.0, 89.0, "Leeds LS1 4DY"),
        (50.0, 200.0, "Invoice No: A-17"),
        (300.0, 430.0, "Total"),
        (500.0, 430.0, "120.00"),
    )
    (reading,), _ = read_pages((page(*lines),))
    assert reading.invoice.buyer
    assert reading.invoice.buyer.address
    assert reading.invoice.buyer.address.city == "Leeds"
    assert reading.evidence["/buyer/address/post_code"].text == "LS1 4DY"


def test_countries_are_known_in_many_languages() -> None:
    names = ("Deutschland", "Germania", "Niemcy", "Saksa", "Allemagne")
    assert {country_code(name) for name in names} == {"DE"}
    assert country_code("DE") == ""
    assert country_code("DE", iso=True) == "DE"
