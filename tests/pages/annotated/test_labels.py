"""Labels are found on all pages of a document, with the fields that they may name."""

from invoicy.pages.annotated.labels import Label, labels_of
from invoicy.pages.annotated.page_matches import PageMatches
from invoicy.pages.layout.rows import layout_of
from tests.pages.typeset import page, typeset


def first_label(line: str) -> Label:
    return next(typeset((50, 50, line)).labels.all())


def test_a_label_names_its_field() -> None:
    assert first_label("Invoice number: KT-2081").fields.get("number", 0.0) > 0.9


def test_a_colon_may_be_attached_or_separate() -> None:
    assert first_label("Invoice number: 17").colon
    assert first_label("Invoice number : 17").colon
    assert not first_label("Invoice number 17").colon


def test_first_and_last_are_false_if_other_text_is_in_the_segment() -> None:
    alone, before_value, behind_text = first_label("Due date"), first_label("Due date 17"), first_label("17 Due date")
    assert (alone.begins_segment, alone.ends_segment) == (True, True)
    assert (before_value.begins_segment, before_value.ends_segment) == (True, False)
    assert (behind_text.begins_segment, behind_text.ends_segment) == (False, True)


def test_the_span_of_a_label_is_where_it_is_printed_in_its_line() -> None:
    label = first_label("17 Due date: 1 May 2026")
    start, end = label.span
    assert label.segment.text[start:end] == "Due date:"


def test_marks_beside_a_label_are_not_text() -> None:
    label = first_label("* Due date *")
    assert label.begins_segment
    assert label.ends_segment


def test_labels_are_selected_by_the_fields_that_they_may_name() -> None:
    labels = typeset((50, 50, "Invoice number: 17"), (50, 80, "Due date: 1 May 2026")).labels
    assert [label.key for label, _ in labels.named("due_date")] == ["duedate"]
    assert list(labels.named("iban")) == []


def test_the_languages_of_all_pages_count() -> None:
    german = page((50, 50, "Rechnungsnummer"), (50, 80, "Rechnungsdatum"), (50, 110, "Zahlbar bis"))
    english = page((50, 50, "Invoice date"), number=2)
    labels = labels_of([PageMatches(layout_of(german)), PageMatches(layout_of(english))])
    assert labels.languages[:2] == ("de", "en")
    assert {label.segment.page for label in labels.all()} == {1, 2}


def test_the_key_of_a_label_and_its_translation_is_all_that_is_printed() -> None:
    pages = typeset((50, 50, "Datum / Date"), (50, 80, "Rechnung / Invoice"))
    assert pages.labels.of(pages.layouts[0].rows[0][0])[0].key == "datumdate"
