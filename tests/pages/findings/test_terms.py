"""Terms that a page does not show, or that may be one of several values, with their places in words."""

import pytest

from invoicy.pages.findings.vicinity import place_of
from invoicy.pages.reader import read_pages
from invoicy.readings.reading import Finding, InvoiceReading, Severity, Status
from tests.pages.typeset import page

TOTAL = ((300.0, 500.0, "Total"), (490.0, 500.0, "EUR 144.00"))


def _read(*lines: tuple[float, float, str]) -> InvoiceReading:
    (reading,), _ = read_pages((page(*lines, *TOTAL),))
    return reading


def _about(reading: InvoiceReading, path: str) -> Finding:
    (finding,) = [finding for finding in reading.findings if finding.path == path]
    return finding


def test_a_missing_term_is_named_as_the_standard_names_it() -> None:
    finding = _about(_read((50, 50, "Invoice No: A-17")), "/issue_date")
    assert finding.message == "No issue date (BT-2) was found on the page."
    assert (finding.rule, finding.severity, finding.terms) == ("INVOICY-FIELD-MISSING", Severity.FATAL, ("BT-2",))


def test_a_date_without_a_label_names_each_reading_of_each_date() -> None:
    reading = _read(
        (50, 50, "Invoice No: A-17"), (50, 65, "08/04/2026"), (400, 80, "Delivery"), (400, 93, "03/04/2026")
    )
    finding = _about(reading, "/issue_date")
    assert finding.rule == "INVOICY-FIELD-UNCERTAIN"
    assert "2026-04-08 was chosen ('08/04/2026', page 1, top left, under 'Invoice No: A-17')" in finding.message
    assert "It may also be 2026-08-04 (page 1, top left," in finding.message
    assert "2026-04-03 (page 1, top right, under 'Delivery')" in finding.message
    assert finding.values == ("08/04/2026", "2026-08-04", "2026-04-03", "2026-03-04")
    assert reading.status is Status.REVIEW


def test_no_issue_date_after_a_sure_due_date_is_offered() -> None:
    lines = [(50.0, 50.0, "Facture n° F26-0408"), (50.0, 65.0, "08/04/2026"), (50.0, 80.0, "Livraison 03/04/2026")]
    without, due = _read(*lines), _read(*lines, (50, 95, "Date d'échéance : 08/05/2026"))
    assert "2026-08-04" in _about(without, "/issue_date").values
    assert _about(due, "/issue_date").values == ("08/04/2026", "2026-04-03", "2026-03-04")


def test_a_value_is_beside_its_label_where_another_column_parts_their_rows() -> None:
    lines = ((50, 50, "Invoice No: A-17"), (50, 65, "08/04/2026"), (50, 93, "Delivery"), (120, 90, "03/04/2026"))
    finding = _about(_read(*lines, (350, 87, "Harrow Bakery Ltd")), "/issue_date")
    assert "2026-04-03 (page 1, top left, beside 'Delivery')" in finding.message


def test_the_other_numbers_come_with_their_places() -> None:
    finding = _about(_read((50, 50, "INVOICE"), (50, 90, "Reference: A-1733"), (400, 90, "No. 20-4417")), "/number")
    chosen, *others = finding.values
    assert {chosen, *others} == {"A-1733", "20-4417"}
    assert "page 1, top left, beside 'Reference'" in finding.message
    assert "page 1, top right, beside 'No'" in finding.message


def test_a_currency_that_is_not_printed_is_called_a_guess() -> None:
    (reading,), _ = read_pages(
        (page((50, 50, "Rechnung Nr. A-17"), (50, 65, "Rechnungsdatum 3. Mai 2026"), (50, 80, "Gesamtbetrag 120,00")),)
    )
    message = _about(reading, "/currency_code").message
    assert message == "The page prints no currency code (BT-5): EUR follows from the language alone."


def test_a_doubtful_optional_value_is_a_warning() -> None:
    finding = _about(_read((50, 50, "Invoice No: A-17"), (50, 90, "IBAN DE12 1234 4321 9876 00")), _ACCOUNT)
    assert finding.severity is Severity.WARNING


_ACCOUNT = "/payment/accounts/0/identifier"


@pytest.mark.parametrize(
    ("box", "place"),
    [
        ((0.0, 0.0, 0.1, 0.1), "page 3, top left"),
        ((0.4, 0.4, 0.6, 0.6), "page 3, centre"),
        ((0.8, 0.9, 1.0, 1.0), "page 3, bottom right"),
    ],
)
def test_a_place_is_a_third_of_the_page_across_and_down(box: tuple[float, float, float, float], place: str) -> None:
    assert place_of(3, box) == place
