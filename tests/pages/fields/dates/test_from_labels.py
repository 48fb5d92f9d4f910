"""Dates that labels name."""

from datetime import date

import pytest

from invoicy.pages.annotated.slots import Relation, ValueSlot
from invoicy.pages.fields.dates.candidates import DateCandidates
from invoicy.pages.fields.dates.evidence import DateEvidence, DateLabel, DateLabelManner, label_kind
from invoicy.pages.fields.dates.from_labels import add_dates_from_labels, date_in
from invoicy.pages.scoring.chances import Features
from tests.pages.typeset import typeset

MAY_3 = date(2020, 5, 3)


def evidence(*lines: tuple[float, float, str]) -> Features:
    candidates = DateCandidates(typeset(*lines), month_first=False)
    add_dates_from_labels(candidates)
    return candidates.by_value[MAY_3].evidence if MAY_3 in candidates.by_value else {}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Invoice date 03.05.2020", DateLabel.ISSUE),
        ("Invoice date: 03.05.2020", label_kind(DateLabel.ISSUE, DateLabelManner.WITH_A_COLON)),
        ("Due date: 03.05.2020", DateLabel.DUE),
        ("Delivery date: 03.05.2020", DateLabel.OTHER),
        ("Rechnung 12 vom 03.05.2020", DateEvidence.IN_THE_TITLES_LINE),
        ("Facture n° 12 du 03.05.2020", label_kind(DateLabel.ISSUE, DateLabelManner.BEHIND_THE_NUMBER)),
    ],
)
def test_a_label_is_evidence_for_its_date(text: str, kind: str) -> None:
    assert kind in evidence((50, 50, text))


def test_a_date_may_be_below_its_label() -> None:
    assert DateLabel.ISSUE in evidence((50, 50, "Invoice date"), (50, 64, "03.05.2020"))


def test_words_between_label_and_date_weaken_it() -> None:
    near = evidence((50, 50, "Invoice date 03.05.2020"))[DateLabel.ISSUE]
    far = evidence((50, 50, "Invoice date (dd.mm.yyyy) 03.05.2020"))[DateLabel.ISSUE]
    assert far < near


def test_the_head_of_a_column_of_items_is_not_evidence_of_the_invoice() -> None:
    heads = ((50.0, 300.0, "Date"), (150.0, 300.0, "Description"), (300.0, 300.0, "Qty"), (400.0, 300.0, "Amount"))
    kinds = evidence(*heads, (50, 314, "03.05.2020"), (150, 314, "Work"), (400, 314, "120.00"))
    assert any(DateLabelManner.HEADS_A_COLUMN in kind for kind in kinds)


def test_a_date_that_is_broken_over_two_lines_is_read() -> None:
    pages = typeset((50, 50, "Datum: 9. Januar"), (86, 62, "2022"))
    candidates = DateCandidates(pages, month_first=False)
    add_dates_from_labels(candidates)
    assert date(2022, 1, 9) in candidates.by_value


def test_a_slot_without_a_date_has_none() -> None:
    pages = typeset((50, 50, "Invoice date: soon"))
    segment = next(pages.segments)
    assert date_in(pages, ValueSlot(segment, 0, len(segment.text), Relation.INLINE, 1.0)) is None
