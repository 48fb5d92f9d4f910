"""The value of a label is looked for behind it, right of it and below it."""

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import ValueSlot, slot_trusts, slots
from tests.pages.typeset import WIDTH, typeset


def slots_of_first_label(pages: AnnotatedPages) -> list[ValueSlot]:
    return list(slots(pages, next(pages.labels.all())))


def places(*lines: tuple[float, float, str]) -> list[tuple[str, str]]:
    return [(slot.relation, slot.text.strip()) for slot in slots_of_first_label(typeset(*lines))]


def test_a_value_behind_its_label_is_inline() -> None:
    assert places((50, 50, "Invoice number: KT-2081")) == [("inline", "KT-2081")]


def test_the_next_label_ends_an_inline_value() -> None:
    assert places((50, 50, "Invoice number: KT-2081 Due date: 1 May"))[0] == ("inline", "KT-2081")


def test_a_value_right_of_its_label_comes_before_one_below_it() -> None:
    lines = ((50.0, 50.0, "Invoice number"), (200.0, 50.0, "KT-2081"), (50.0, 62.0, "other"))
    assert places(*lines) == [("right", "KT-2081"), ("below", "other")]


def test_a_segment_that_is_a_label_itself_is_not_a_value_of_the_label_left_of_it() -> None:
    lines = ((50.0, 50.0, "Invoice number"), (200.0, 50.0, "Invoice date"), (50.0, 64.0, "KT-2081"))
    assert places(*lines) == [("below", "KT-2081")]


def test_a_label_below_is_not_a_value() -> None:
    assert places((50, 50, "Invoice number"), (50, 64, "Due date")) == []


def test_a_line_far_below_is_not_a_value() -> None:
    assert places((50, 50, "Invoice number"), (50, 90, "KT-2081")) == []


def test_two_letters_before_digits_are_the_beginning_of_a_value() -> None:
    lines = ((50.0, 50.0, "Invoice number"), (200.0, 50.0, "CN 250 311"))
    assert places(*lines)[0] == ("right", "CN 250 311")


def test_a_value_below_the_head_of_a_column_is_trusted_more() -> None:
    (alone,) = slots_of_first_label(typeset((50, 50, "Invoice number"), (50, 64, "17")))
    (of_column,) = slots_of_first_label(
        typeset((50, 50, "Invoice number"), (200, 50, "Due date"), (50, 64, "17"), (200, 64, "1 May"))
    )
    assert (alone.trust, of_column.trust) == (slot_trusts().below, slot_trusts().below_column_head)


def test_a_value_is_trusted_less_the_farther_right_it_is() -> None:
    near, far = (
        slots_of_first_label(typeset((50, 50, "Invoice number"), (x, 50, "17")))[0].trust for x in (150.0, WIDTH - 20)
    )
    assert slot_trusts().right > near > far >= slot_trusts().right_at_most_distant


def test_only_words_under_the_label_are_its_value_if_the_line_begins_left_of_it() -> None:
    pages = typeset((50, 50, "Qty"), (100, 50, "Invoice number"), (50, 64, "1 pc"), (72.8, 64, "x KT-2081"))
    label = next(label for label in pages.labels.all() if "number" in label.fields)
    assert [slot.text for slot in slots(pages, label) if slot.relation == "below"] == ["KT-2081"]


def test_words_are_found_by_their_offset_in_the_slot() -> None:
    (slot,) = slots_of_first_label(typeset((50, 50, "Invoice number: KT 2081")))
    start = slot.text.index("2081")
    assert [word.text for word in slot.words(start, start + 4)] == ["2081"]


def test_a_label_of_two_lines_may_have_its_value_beside_the_upper_line() -> None:
    assert places((50, 50, "Due"), (50, 61, "date"), (200, 50, "1 May 2026")) == [("right", "1 May 2026")]
