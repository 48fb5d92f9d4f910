"""Labels in two languages are one label, with what both can mean."""

import pytest

from invoicy.pages.annotated.labels import Label
from tests.pages.typeset import typeset

PAIRS = ((50.0, 600.0, "Datum / Date"), (50.0, 620.0, "Rechnung / Invoice"))


def first_label(*lines: tuple[float, float, str]) -> Label:
    found = typeset(*lines, *PAIRS)
    return found.labels.of(found.layouts[0].rows[0][0])[0]


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
def test_a_label_and_its_translation_are_one(text: str) -> None:
    label = first_label((50, 50, text))
    assert label.first
    assert label.last
    assert label.fields.get("number", 0.0) > 0.9


def test_a_translation_says_which_meaning_is_meant() -> None:
    assert "vat_id" not in first_label((50, 50, "MwSt. / VAT amount")).fields


def test_words_of_no_lexicon_mean_what_they_are_translated_by() -> None:
    label = first_label((50, 50, "Zwrblgrf / Invoice No."))
    assert label.start == 0
    assert label.fields.get("number", 0.0) > 0.9


def test_a_label_goes_on_in_the_line_of_its_translation() -> None:
    found = typeset((50, 50, "Zahlbar bis /"), (50, 61, "Due date"), *PAIRS)
    (label,) = found.labels.of(found.layouts[0].rows[1][0])
    assert label.upper is not None
    assert label.fields.get("due_date", 0.0) > 0.9


def test_two_labels_with_a_mark_between_them_stay_two_on_a_page_of_one_language() -> None:
    found = typeset((50, 50, "Invoice No / Customer No"), (50, 80, "Total due"))
    assert len(found.labels.of(found.layouts[0].rows[0][0])) == 2


def test_labels_under_each_other_with_a_value_beside_each_are_two() -> None:
    found = typeset((50, 50, "消費税"), (150, 50, "¥10,000"), (50, 61, "合計"), (150, 61, "¥110,000"))
    assert all(found.labels.of(row[0]) for row in found.layouts[0].rows[1:2])
    assert found.labels.of(found.layouts[0].rows[1][0])[0].fields.get("gross")
