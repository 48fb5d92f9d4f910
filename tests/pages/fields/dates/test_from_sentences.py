"""Dates in sentences."""

from datetime import date

from invoicy.pages.fields.dates.candidates import DateCandidates
from invoicy.pages.fields.dates.evidence import DateEvidence
from invoicy.pages.fields.dates.from_sentences import add_dates_from_sentences
from tests.pages.typeset import typeset


def sentences(*lines: tuple[float, float, str]) -> dict[date, set[str]]:
    candidates = DateCandidates(typeset(*lines), month_first=False)
    add_dates_from_sentences(candidates)
    return {value: set(candidate.evidence) for value, candidate in candidates.by_value.items()}


def test_a_sentence_asks_for_payment_by_a_date() -> None:
    kinds = sentences((50, 500, "Please pay 120.00 by 08.02.2020."))[date(2020, 2, 8)]
    assert DateEvidence.ASKED_FOR_IN_A_SENTENCE in kinds


def test_a_discount_up_to_a_date_is_not_a_request() -> None:
    kinds = sentences((50, 500, "2 % Skonto bei Zahlung bis 08.02.2020"))[date(2020, 2, 8)]
    assert DateEvidence.FOR_A_DISCOUNT in kinds
    assert DateEvidence.ASKED_FOR_IN_A_SENTENCE not in kinds


def test_a_sentence_goes_on_in_the_next_line() -> None:
    assert date(2020, 2, 8) in sentences((50, 500, "Please pay the amount of 120.00 by"), (50, 512, "08.02.2020."))


def test_a_date_in_other_text_is_left_alone() -> None:
    assert sentences((50, 500, "We delivered the goods on 08.02.2020.")) == {}
