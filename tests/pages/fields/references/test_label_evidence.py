"""Evidence from the label of a reference."""

import pytest

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.references.evidence import ReferenceEvidence, ReferenceLabelManner, label_kind
from invoicy.pages.fields.references.label_evidence import is_prose, label_evidence
from invoicy.pages.scoring.chances import Features
from tests.pages.typeset import typeset


def label_of(pages: AnnotatedPages, field: str) -> Label:
    return next(label for label, _ in pages.labels.named(field))


def evidence(field: str, *lines: tuple[float, float, str]) -> Features:
    pages = typeset(*lines)
    return label_evidence(pages, label_of(pages, field))


def test_a_label_at_the_head_of_a_line_is_strong_evidence() -> None:
    assert evidence("number", (50, 50, "Invoice No: 17"))[label_kind("number")] == 1.0


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Paid 17 Invoice No 18", ReferenceLabelManner.AMID_A_LINE),
        ("Please write us the correct and complete Invoice No 18", ReferenceLabelManner.IN_A_SENTENCE),
    ],
)
def test_the_place_of_a_label_in_its_line_is_part_of_the_kind(text: str, manner: ReferenceLabelManner) -> None:
    assert label_kind("number", manner) in evidence("number", (50, 50, text))


def test_the_title_before_a_label_of_a_number_is_evidence() -> None:
    kinds = evidence("number", (50, 50, "Fatura de venda n.º 17"))
    assert ReferenceEvidence.NUMBER_LABEL_AFTER_TITLE in kinds


def test_the_title_above_a_label_of_a_number_is_evidence() -> None:
    kinds = evidence("number", (50, 50, "Invoice"), (50, 70, "No: 17"))
    assert ReferenceEvidence.NUMBER_LABEL_UNDER_TITLE in kinds


def test_a_label_before_the_label_lends_its_meaning() -> None:
    kinds = evidence("purchase_order", (50, 50, "Your reference: PO 17"))
    assert label_kind("other_reference") in kinds


def test_prose_has_more_words_than_values_of_labels() -> None:
    pages = typeset((50, 50, "We thank you for the order that came in May"), (50, 80, "Invoice No: 17"))
    prose, field = pages.segments
    assert is_prose(pages, prose)
    assert not is_prose(pages, field)
