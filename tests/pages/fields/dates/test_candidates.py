"""Dates on the pages and the evidence of their places."""

from datetime import date

import pytest

from invoicy.pages.fields.dates.candidates import DateCandidates, add_printed_dates
from invoicy.pages.fields.dates.evidence import DateEvidence
from invoicy.pages.fields.place_evidence import PlaceEvidence
from tests.pages.typeset import typeset


def dates(*lines: tuple[float, float, str], month_first: bool = False) -> dict[date, set[str]]:
    candidates = DateCandidates(typeset(*lines), month_first=month_first)
    add_printed_dates(candidates)
    return {value: set(candidate.evidence) for value, candidate in candidates.by_value.items()}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("03.05.2020", DateEvidence.ALONE),
        ("Köln, den 03.05.2020", DateEvidence.BEHIND_A_TOWN),
        ("Order 17 (03.05.2020)", DateEvidence.IN_BRACKETS),
        ("01.05.2020 - 03.05.2020", DateEvidence.OF_A_PERIOD),
        ("20200503", DateEvidence.NO_SEPARATORS),
        ("We thank you for the order which you sent us on 03.05.2020", DateEvidence.IN_A_SENTENCE),
    ],
)
def test_the_text_around_a_date_is_evidence(text: str, kind: DateEvidence) -> None:
    assert kind in dates((50, 400, text))[date(2020, 5, 3)]
    assert kind not in dates((50, 400, "Supply of 03.05.2020, thanks"))[date(2020, 5, 3)]


def test_amounts_in_the_row_of_a_date_are_evidence() -> None:
    row = ((50.0, 400.0, "03.05.2020"), (300.0, 400.0, "120.00"))
    assert DateEvidence.AMOUNTS_IN_ITS_ROW in dates(*row)[date(2020, 5, 3)]


def test_the_height_on_the_page_is_evidence() -> None:
    assert PlaceEvidence.HIGH in dates((50, 50, "03.05.2020"))[date(2020, 5, 3)]
    assert PlaceEvidence.FOOT in dates((50, 800, "03.05.2020"))[date(2020, 5, 3)]


def test_day_and_month_are_read_in_the_given_order() -> None:
    assert list(dates((50, 50, "3/4/2020"))) == [date(2020, 4, 3)]
    assert list(dates((50, 50, "3/4/2020"), month_first=True)) == [date(2020, 3, 4)]


def test_a_date_printed_twice_is_one_candidate() -> None:
    assert len(dates((50, 50, "03.05.2020"), (50, 80, "3 May 2020"))) == 1
