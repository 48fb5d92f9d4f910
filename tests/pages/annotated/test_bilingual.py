"""A label and its translation are one label with the meanings that they share."""

import pytest

from invoicy.pages.annotated.labels import Label
from tests.pages.typeset import typeset

PAIRS = ((50.0, 600.0, "Datum / Date"), (50.0, 620.0, "Rechnung / Invoice"))


def first_label(*lines: tuple[float, float, str]) -> Label:
    pages = typeset(*lines, *PAIRS)
    return pages.labels.of(pages.layouts[0].rows[0][0])[0]


@pytest.mark.parametrize(
    "text",
    [
        "Rechnungs-Nr. / Invoice No.",
        "Rechnungs-Nr. | Invoice No.",
        "Rechnungs-Nr./ Invoice No.",
        "Rechnungs-Nr. (Invoice No.)",
        "Numer faktury / Invoice number",
    ],
)
def test_a_label_and_its_translation_are_one_label(text: str) -> None:
    label = first_label((50, 50, text))
    assert label.begins_segment
    assert label.ends_segment
    assert label.fields.get("number", 0.0) > 0.9


def test_a_translation_excludes_other_meanings() -> None:
    assert "vat_id" not in first_label((50, 50, "MwSt. / VAT amount")).fields


def test_unknown_words_have_the_meaning_of_their_translation() -> None:
    label = first_label((50, 50, "Zwrblgrf / Invoice No."))
    assert label.start == 0
    assert label.fields.get("number", 0.0) > 0.9


def test_a_translation_may_be_in_the_next_line() -> None:
    pages = typeset((50, 50, "Zahlbar bis /"), (50, 61, "Due date"), *PAIRS)
    (label,) = pages.labels.of(pages.layouts[0].rows[1][0])
    assert label.upper is not None
    assert label.fields.get("due_date", 0.0) > 0.9


def test_a_page_in_one_language_has_two_labels_beside_a_slash() -> None:
    pages = typeset((50, 50, "Invoice No / Customer No"), (50, 80, "Total due"))
    assert len(pages.labels.of(pages.layouts[0].rows[0][0])) == 2


def test_labels_under_each_other_are_two_if_each_has_a_value() -> None:
    pages = typeset((50, 50, "消費税"), (150, 50, "¥10,000"), (50, 61, "合計"), (150, 61, "¥110,000"))
    assert all(pages.labels.of(row[0]) for row in pages.layouts[0].rows[1:2])
    assert pages.labels.of(pages.layouts[0].rows[1][0])[0].fields.get("gross")
