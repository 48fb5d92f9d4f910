"""A value may continue in the next line of its column, unless a label begins that line."""

from datetime import date

from invoicy.pages.fields.dates.choice import dates_of
from invoicy.pages.fields.iban import iban_of
from invoicy.pages.printed_terms.choice import printed_terms_of
from tests.pages.typeset import typeset

HEAD = ((50.0, 50.0, "Invoice No: 17"),)


def iban(*lines: tuple[float, float, str]) -> str | None:
    account = iban_of(typeset(*HEAD, *lines))
    return account.value if account else None


def test_an_iban_continues_in_the_next_line() -> None:
    assert iban((50, 700, "IBAN: DE89 3704 0044 05"), (50, 711, "32 0130 00")) == "DE89370400440532013000"


def test_an_iban_behind_other_text_continues_in_two_lines() -> None:
    lines = ((50, 700, "Bank details: IBAN FR14 2004"), (50, 711, "1010 0505 0001"), (50, 722, "3M02 606 BIC PSSTFRPP"))
    assert iban(*lines) == "FR1420041010050500013M02606"


def test_an_iban_does_not_continue_in_another_column() -> None:
    lines = ((50, 700, "IBAN: DE89 3704 0044 05"), (350, 711, "32 0130 00"))
    assert iban(*lines) != "DE89370400440532013000"


def test_an_iban_does_not_continue_behind_a_label() -> None:
    assert iban((50, 700, "IBAN: DE89 3704 0044 05"), (50, 711, "Konto-Nr.: 32 0130 00")) != "DE89370400440532013000"


def test_an_iban_with_a_wrong_check_digit_in_the_next_line_is_not_read() -> None:
    assert iban((50, 700, "IBAN: DE89 3704 0044 05"), (50, 711, "99 9999 99")) is None


def test_a_date_continues_in_the_next_line() -> None:
    dates = dates_of(typeset(*HEAD, (300, 80, "Rechnungsdatum"), (400, 80, "9. Januar"), (400, 91, "2022")))
    assert dates.issue
    assert dates.issue.value == date(2022, 1, 9)
    assert [word.text for word in dates.issue.words] == ["9.", "Januar", "2022"]


def test_a_value_may_be_beside_the_first_line_of_its_label() -> None:
    lines = ((300, 80, "Datum"), (400, 80, "9.1.2022"), (300, 110, "Data scadenței"))
    dates = dates_of(typeset(*HEAD, *lines, (300, 140, "Payment due"), (400, 140, "8.2.2022"), (300, 151, "date:")))
    assert dates.due
    assert dates.due.value == date(2022, 2, 8)


def test_a_vat_id_continues_in_the_next_line() -> None:
    terms = printed_terms_of(
        typeset((50, 50, "Muster GmbH"), (50, 80, "Invoice No: 17"), (50, 700, "USt-IdNr. DE136"), (50, 711, "695976"))
    )
    assert terms.seller_vat_id
    assert terms.seller_vat_id.value == "DE136695976"
