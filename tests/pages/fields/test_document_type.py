"""The type of a document, by the titles on its first page."""

import pytest

from invoicy.pages.annotated.pages import AnnotatedPages, annotate_pages
from invoicy.pages.fields.document_type import document_type_of, has_title, mentions_invoice
from invoicy.pages.sources.page import PageText
from tests.pages.typeset import HEIGHT, SIZE, WIDTH, typeset, words_at


def sized(*lines: tuple[float, str, float]) -> AnnotatedPages:
    """Return a page of lines: top, text, size."""
    words = tuple(word for top, text, size in lines for word in words_at(50, top, text, size))
    return annotate_pages((PageText(1, WIDTH, HEIGHT, words),))


@pytest.mark.parametrize(
    ("title", "document_type"),
    [
        ("Invoice", "invoice"),
        ("Rechnung Nr. 17", "invoice"),
        ("Credit Note", "credit_note"),
        ("Gutschrift", "credit_note"),
        ("Quotation", "other"),
    ],
)
def test_the_title_names_the_type(title: str, document_type: str) -> None:
    pages = sized((60, title, 20), (200, "Blue paint of the best kind", SIZE), (215, "Red paint", SIZE))
    assert document_type_of(pages) == document_type


def test_a_larger_title_of_another_document_makes_it_other() -> None:
    pages = sized((60, "Quotation", 24), (100, "Invoice", SIZE), (200, "Some text of the letter", SIZE))
    assert document_type_of(pages) == "other"


def test_a_title_of_an_invoice_that_is_hardly_smaller_wins() -> None:
    assert document_type_of(sized((60, "Order", 20), (100, "Invoice", 18))) == "invoice"


def test_a_page_without_any_title_counts_as_an_invoice() -> None:
    pages = typeset((50, 50, "Blue paint"))
    assert document_type_of(pages) == "invoice"
    assert not has_title(pages)


def test_a_title_is_a_heading_in_the_upper_part() -> None:
    assert has_title(typeset((50, 60, "Invoice")))
    assert not has_title(typeset((50, 700, "Invoice")))


def test_a_sentence_may_mention_an_invoice() -> None:
    assert mentions_invoice(typeset((50, 700, "Please pay this invoice within ten days")))
    assert not mentions_invoice(typeset((50, 700, "Thank you")))
