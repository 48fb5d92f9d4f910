"""Kinds of evidence for references."""

import pytest

from invoicy.pages.fields.references.evidence import LABEL_FIELDS, ReferenceLabelManner, kinds, label_kind


@pytest.mark.parametrize(
    ("manner", "weak", "kind"),
    [
        (ReferenceLabelManner.HEAD, False, "number label"),
        (ReferenceLabelManner.AMID_A_LINE, False, "number label amid a line"),
        (ReferenceLabelManner.IN_A_SENTENCE, True, "weak number label in a sentence"),
    ],
)
def test_a_label_is_a_kind_with_a_plain_name(manner: ReferenceLabelManner, kind: str, *, weak: bool) -> None:
    assert label_kind("number", manner, weak=weak) == kind


def test_every_label_has_a_kind_for_each_manner_and_strength() -> None:
    labels = {kind for kind in kinds() if " label" in kind and "title" not in kind.split(" label")[1]}
    assert len(labels) == len(LABEL_FIELDS) * len(ReferenceLabelManner) * 2
