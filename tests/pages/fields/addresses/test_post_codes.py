"""Post codes with their towns."""

import pytest

from invoicy.pages.fields.addresses.candidates import AddressPiece
from invoicy.pages.fields.addresses.post_codes import PrintedTown, town_in
from tests.pages.typeset import typeset


def town(*texts: str) -> PrintedTown | None:
    segment = next(typeset((50, 50, "Anything")).segments)
    return town_in([AddressPiece(text, segment, 0) for text in texts])


@pytest.mark.parametrize(
    ("text", "code", "city", "country"),
    [
        ("Leeds LS1 4DY", "LS1 4DY", "Leeds", "GB"),
        ("50667 Köln", "50667", "Köln", ""),
        ("Austin, TX 78701", "78701", "Austin", "US"),
        ("3812 AB Amersfoort", "3812 AB", "Amersfoort", "NL"),
    ],
)
def test_the_style_may_name_the_country(text: str, code: str, city: str, country: str) -> None:
    printed_town = town("1 High Street", text)
    assert printed_town is not None
    assert (printed_town.index, printed_town.match["code"], printed_town.match["city"], printed_town.country) == (
        1,
        code,
        city,
        country,
    )


def test_a_street_that_looks_like_a_town_does_not_begin_an_address() -> None:
    assert town("1234 Main Street") is None


@pytest.mark.parametrize("text", ["12345 Muster GmbH", "12345 Germany"])
def test_a_company_or_a_country_is_not_a_town(text: str) -> None:
    assert town("Weg 1", text) is None
