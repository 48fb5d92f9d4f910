"""The language of a page decides which month a name means."""

from datetime import date

import pytest

from tests.pages.typeset import typeset


@pytest.mark.parametrize(
    ("labels", "month"),
    [
        (("Faktura VAT nr 17", "Data wystawienia", "Termin płatności", "Sprzedawca", "Nabywca"), 11),
        (("Račun br. 17", "Datum izdavanja", "Datum dospijeća", "Prodavatelj", "Kupac"), 10),
    ],
)
def test_listopada_is_november_in_polish_and_october_in_croatian(labels: tuple[str, ...], month: int) -> None:
    lines = [(50.0, 50.0 + 14 * row, label) for row, label in enumerate(labels)]
    page = typeset(*lines, (300.0, 64.0, "12. listopada 2024"))
    ((token,),) = page.dates.values()
    assert token.day_first == date(2024, month, 12)
