"""Invoice number and buyer's order, chosen among all that looks like one."""

import pytest

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.references.choice import references_of
from tests.pages.typeset import typeset

TOTAL = ((300.0, 430.0, "Total"), (500.0, 430.0, "120.00 EUR"))
SURE = 0.8


def number(page: AnnotatedPages) -> str | None:
    reference = references_of(page).number
    return reference.value if reference else None


def order(page: AnnotatedPages) -> str | None:
    reference = references_of(page).purchase_order
    return reference.value if reference else None


@pytest.mark.parametrize("value", ["CN 250 311", "B 209 755", "4407 1186 02", "E 2025 00771834", "IN109 448"])
def test_a_number_with_spaces_is_read_to_its_end(value: str) -> None:
    page = typeset((50, 50, "Invoice"), (50, 80, "Invoice No."), (200, 80, "Date"), (50, 94, value), *TOTAL)
    assert number(page) == value


def test_the_letters_of_a_series_belong_to_the_number() -> None:
    page = typeset((250, 50, "FACTURA"), (250, 66, "Seria ASD  Nr. 0004512"), (50, 90, "Furnizor: Agro SRL"), *TOTAL)
    assert number(page) == "ASD 0004512"


def test_a_number_without_a_label_is_under_the_title() -> None:
    page = typeset((400, 40, "JOB INVOICE"), (405, 60, "20418"), (50, 95, "PHONE"), (50, 108, "419-555-0119"), *TOTAL)
    assert number(page) == "20418"


def test_the_number_of_a_law_is_not_an_invoice_number() -> None:
    page = typeset(
        (400, 100, "FATTURA"),
        (400, 114, "37/2025"),
        (50, 500, "Operazione effettuata ai sensi della Legge n. 190/2014 regime forfettario non soggetta a ritenuta"),
        *TOTAL,
    )
    assert number(page) == "37/2025"


def test_a_credit_note_is_not_numbered_by_the_invoice_it_corrects() -> None:
    page = typeset(
        (50, 50, "Documentnr."),
        (200, 50, "Opgemaakt op"),
        (50, 64, "CN 250 311"),
        (200, 64, "15/10/2025"),
        (50, 100, "BETREFT"),
        (50, 114, "Factuur 25/104 van 22/09/2025"),
        *TOTAL,
    )
    assert number(page) == "CN 250 311"


def test_a_number_at_the_end_of_a_sentence_goes_on_in_the_next_line() -> None:
    page = typeset(
        (50, 60, "factuur"),
        (50, 300, "Maak dit bedrag alsjeblieft over naar mijn bankrekening onder vermelding van factuur"),
        (50, 313, "2025-07? Dank je wel!"),
        *TOTAL,
    )
    assert number(page) == "2025-07"


def test_two_equal_candidates_leave_a_doubt() -> None:
    clear = references_of(typeset((50, 50, "Invoice No: A-4711"), *TOTAL)).number
    torn = references_of(typeset((50, 50, "Invoice No: A-4711"), (50, 64, "Invoice No: B-9922"), *TOTAL)).number
    assert clear is not None
    assert torn is not None
    assert torn.score < SURE < clear.score


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Contract / LPO No.", "GPDC/LPO/2025/114"),
        ("Cust. Order", "KD-25/118"),
        ("Vaša objednávka prepravy", "OBJ-25/0717"),
        ("Uw opdracht", "RK-2025-5571"),
        ("Αρ. παραγγελίας πελάτη", "ΞΚ-318"),  # noqa: RUF001  Greek
    ],
)
def test_the_buyers_order_has_many_names(label: str, value: str) -> None:
    page = typeset((50, 50, "Invoice INV-2025-17"), (50, 90, label), (50, 104, value), *TOTAL)
    assert order(page) == value


def test_a_label_behind_a_label_names_the_owner_of_the_order() -> None:
    page = typeset((50, 50, "Factuur 2025-0087"), (50, 90, "Uw referte: order VL-0918"), *TOTAL)
    assert order(page) == "VL-0918"
