"""Places of the value of a reference's label."""

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.references.label_slots import series_of, slots_of
from tests.pages.typeset import typeset


def slots(pages: AnnotatedPages, field: str) -> list[str]:
    label = next(label for label, _ in pages.labels.named(field))
    return [slot.text.strip() for slot in slots_of(pages, label)]


def test_a_value_is_behind_its_label() -> None:
    assert slots(typeset((50, 50, "Invoice No: 17")), "number")[0].strip(": ") == "17"


def test_letters_left_of_a_value_below_the_label_are_part_of_it() -> None:
    assert "CN 250 311" in slots(typeset((70, 50, "Invoice No."), (50, 64, "CN 250 311")), "number")


def test_a_label_at_the_end_of_a_sentence_has_its_value_in_the_next_line() -> None:
    lines = ((50.0, 300.0, "Please transfer the amount and write the Invoice No."), (50.0, 313.0, "2025-07 in it"))
    assert "2025-07 in it" in slots(typeset(*lines), "number")


def test_unknown_words_may_end_a_label() -> None:
    assert "A-17" in slots(typeset((50, 50, "Invoice No. foobar"), (50, 64, "A-17")), "number")


def test_a_series_has_the_label_of_its_number() -> None:
    pages = typeset((50, 50, "Seria ASD  Nr. 0004512"))
    label = next(label for label, _ in pages.labels.named("series"))
    series = series_of(pages, label)
    assert series is not None
    assert series.letters == "ASD"


def test_letters_without_a_number_are_not_a_series() -> None:
    pages = typeset((50, 50, "Seria ASD"))
    label = next(label for label, _ in pages.labels.named("series"))
    assert series_of(pages, label) is None
