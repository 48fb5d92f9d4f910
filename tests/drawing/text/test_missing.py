"""Required terms without a value."""

from invoicy.drawing.text.missing import missing_in
from invoicy.model import Invoice, InvoiceLine, Seller


def terms_missing_in(invoice: Invoice) -> list[str]:
    return [named.term for named in missing_in(invoice)]


def test_the_required_terms_of_an_empty_invoice_are_in_the_order_of_the_standard() -> None:
    assert terms_missing_in(Invoice())[:3] == ["BT-1", "BT-2", "BT-3"]


def test_a_missing_group_is_named_without_its_terms() -> None:
    terms = terms_missing_in(Invoice(number="1"))
    assert "BG-4" in terms
    assert "BT-27" not in terms


def test_the_terms_of_a_group_are_named_if_the_group_is_there() -> None:
    terms = terms_missing_in(Invoice(seller=Seller(vat_identifier="DE1")))
    assert "BG-4" not in terms
    assert "BT-27" in terms


def test_a_term_that_is_missing_in_one_line_of_two_is_named_once() -> None:
    lines = (InvoiceLine(identifier="1"), InvoiceLine())
    assert terms_missing_in(Invoice(lines=lines)).count("BT-126") == 1
    assert "BT-126" not in terms_missing_in(Invoice(lines=lines[:1]))


def test_optional_terms_are_not_named() -> None:
    assert "BT-10" not in terms_missing_in(Invoice())
