"""Labels for marks."""

from invoicy.drawing.canvas.geometry import Rect
from invoicy.drawing.canvas.inks import Ink
from invoicy.drawing.labels.label import MarkLabel, labels_of
from invoicy.drawing.values.marks import Mark
from invoicy.drawing.values.terms import name_of

WIDTH = 320.0


def mark(pointer: str, value: str, ink: Ink = Ink.OTHER, *, confidence: float | None = None, note: int = 0) -> Mark:
    box = (0.1, 0.1, 0.2, 0.2)
    return Mark(pointer, name_of(pointer), value, 1, box, ink, confidence, notes=(note,) if note else ())


def labels(*marks: tuple[Mark, float]) -> list[MarkLabel]:
    """The labels of marks, each at a distance from the top of the page."""
    return labels_of([(item, Rect(50, top, 150, top + 20)) for item, top in marks], WIDTH)


def text_of(label: MarkLabel) -> str:
    return " ".join("".join(span.text for span in line).strip() for line in label.lines).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_a_label_has_the_name_and_id_of_the_term_the_value_and_its_confidence() -> None:
    (label,) = labels((mark("/number", "F-7", confidence=0.987), 50))
    assert text_of(label) == "Invoice number BT-1 F-7 · confidence 99%"


def test_values_of_an_address_share_a_label_without_repeating_its_name() -> None:
    city, post_code = mark("/buyer/address/city", "Lyon"), mark("/buyer/address/post_code", "69001")
    (label,) = labels((post_code, 50), (city, 75))
    assert text_of(label) == "Buyer postal address BG-8 post code 69001 BT-53, city Lyon BT-52"
    assert len(label.frames) == 2


def test_values_that_are_printed_far_from_each_other_have_labels_of_their_own() -> None:
    assert len(labels((mark("/buyer/address/city", "Lyon"), 50), (mark("/buyer/address/city", "Lyon"), 500))) == 2


def test_values_of_different_groups_have_labels_of_their_own() -> None:
    assert len(labels((mark("/number", "F-7"), 50), (mark("/issue_date", "2026-04-08"), 50))) == 2


def test_a_shared_label_has_the_gravest_ink_and_all_notes() -> None:
    right = mark("/vat_breakdown/0/rate", "20", Ink.CERTAIN)
    wrong = mark("/vat_breakdown/0/tax_amount", "3", Ink.WRONG, note=2)
    (label,) = labels((right, 50), (wrong, 50))
    assert (label.ink, label.notes) == (Ink.WRONG, (2,))


def test_a_long_value_is_cut_after_six_lines() -> None:
    (label,) = labels((mark("/payment_terms", "Pay within ten days. " * 40), 50))
    assert text_of(label).endswith("…")
    assert len(label.lines) <= 8
