"""Number, dates and kind of an invoice."""

from datetime import date

import pytest

from invoicy.pages.fields.document_type import document_type_of
from invoicy.pages.printed_terms.choice import printed_terms_of
from tests.pages.typeset import typeset

TOTAL = ((300.0, 430.0, "Total"), (500.0, 430.0, "120.00 EUR"))


def test_a_number_is_right_of_its_label_and_not_of_its_neighbours() -> None:
    terms = printed_terms_of(
        typeset((50, 50, "Customer No:"), (150, 50, "4711"), (50, 65, "Invoice No:"), (150, 65, "A-17"), *TOTAL)
    )
    assert terms.number is not None
    assert terms.number.value == "A-17"


def test_a_row_of_heads_has_its_values_below() -> None:
    terms = printed_terms_of(
        typeset(
            (50, 50, "Invoice #"),
            (200, 50, "Invoice date"),
            (350, 50, "Due date"),
            (50, 64, "100"),
            (200, 64, "2024-05-01"),
            (350, 64, "2024-05-31"),
            *TOTAL,
        )
    )
    assert terms.number is not None
    assert terms.issue_date is not None
    assert terms.due_date is not None
    assert (terms.number.value, terms.issue_date.value) == ("100", date(2024, 5, 1))
    assert terms.due_date.value == date(2024, 5, 31)


def test_one_certain_date_decides_the_order_of_all() -> None:
    terms = printed_terms_of(typeset((50, 50, "Invoice date: 03/04/2024"), (50, 64, "Due date: 03/25/2024"), *TOTAL))
    assert terms.issue_date is not None
    assert terms.issue_date.value == date(2024, 3, 4)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Mietrechnung", "invoice"),
        ("Kreditnota", "credit_note"),
        ("Lieferschein", "other"),
        ("Credit memo", "credit_note"),
        ("Hyvityslasku", "credit_note"),
        ("Oikaisulasku", "credit_note"),
        ("Nota de abono", "credit_note"),
        ("Factura rectificativa", "credit_note"),
        ("Opravný daňový doklad", "credit_note"),
        ("Kredīta rēķins", "credit_note"),
        ("Avoir client", "credit_note"),
        ("Vrachtfactuur", "invoice"),
        ("FACTURE n° 12", "invoice"),
    ],
)
def test_the_title_decides_the_document_type(title: str, kind: str) -> None:
    assert document_type_of(typeset((50, 50, title), *TOTAL)) == kind


def test_an_order_that_is_only_referred_to_is_not_a_title() -> None:
    page = typeset((50, 50, "Rechnung 12"), (50, 70, "Bestellung:"), (150, 70, "4711"), *TOTAL)
    assert document_type_of(page) == "invoice"


def test_an_invoice_is_not_lost_for_another_documents_word() -> None:
    page = typeset(
        (50, 50, "Contract"), (50, 90, "Factuurnummer: 882041"), (50, 104, "Factuurdatum: 09-05-2025"), *TOTAL
    )
    assert document_type_of(page) == "invoice"
