"""Values that go on in the line under them are read whole; what stands in another column or after a label is not."""

from datetime import date

from invoicy.pages.fields.account import iban_of
from invoicy.pages.fields.dates.choice import dates_of
from invoicy.pages.header import header_of
from tests.pages.typeset import typeset

HEAD = ((50.0, 50.0, "Invoice No: 17"),)


def iban(*lines: tuple[float, float, str]) -> str | None:
    found = iban_of(typeset(*HEAD, *lines))
    return found.value if found else None


def test_an_iban_goes_on_in_the_line_under_it() -> None:
    assert iban((50, 700, "IBAN: DE89 3704 0044 05"), (50, 711, "32 0130 00")) == "DE89370400440532013000"


def test_an_iban_goes_on_over_two_lines_under_a_text_before_it() -> None:
    lines = ((50, 700, "Bank details: IBAN FR14 2004"), (50, 711, "1010 0505 0001"), (50, 722, "3M02 606 BIC PSSTFRPP"))
    assert iban(*lines) == "FR1420041010050500013M02606"


def test_an_iban_does_not_go_on_in_another_column() -> None:
    lines = ((50, 700, "IBAN: DE89 3704 0044 05"), (350, 711, "32 0130 00"))
    assert iban(*lines) != "DE89370400440532013000"


def test_an_iban_does_not_go_on_behind_a_label() -> None:
    assert iban((50, 700, "IBAN: DE89 3704 0044 05"), (50, 711, "Konto-Nr.: 32 0130 00")) != "DE89370400440532013000"


def test_an_iban_that_breaks_off_is_none() -> None:
    assert iban((50, 700, "IBAN: DE89 3704 0044 05"), (50, 711, "99 9999 99")) is None


def test_a_date_goes_on_in_the_line_under_it() -> None:
    found = dates_of(typeset(*HEAD, (300, 80, "Rechnungsdatum"), (400, 80, "9. Januar"), (400, 91, "2022")))
    assert found.issue
    assert found.issue.value == date(2022, 1, 9)
    assert [word.text for word in found.issue.words] == ["9.", "Januar", "2022"]


def test_a_value_stands_beside_the_first_line_of_its_label() -> None:
    lines = ((300, 80, "Datum"), (400, 80, "9.1.2022"), (300, 110, "Data scadenței"))
    found = dates_of(typeset(*HEAD, *lines, (300, 140, "Payment due"), (400, 140, "8.2.2022"), (300, 151, "date:")))
    assert found.due
    assert found.due.value == date(2022, 2, 8)


def test_a_vat_id_goes_on_in_the_line_under_it() -> None:
    header = header_of(
        typeset((50, 50, "Muster GmbH"), (50, 80, "Invoice No: 17"), (50, 700, "USt-IdNr. DE136"), (50, 711, "695976"))
    )
    assert header.seller_vat_id
    assert header.seller_vat_id.value == "DE136695976"
