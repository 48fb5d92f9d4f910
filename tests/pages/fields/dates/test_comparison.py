"""Evidence from comparing dates with each other."""

from datetime import date

from invoicy.pages.fields.dates.candidates import DateCandidate
from invoicy.pages.fields.dates.comparison import add_evidence_by_comparison
from invoicy.pages.fields.dates.evidence import DateEvidence, DateLabel


def dated(day: int, issue: float = 0.0) -> DateCandidate:
    """Return a date of May 2020. issue: strength of a label of the issue date."""
    return DateCandidate(date(2020, 5, day), [], evidence={DateLabel.ISSUE: issue} if issue else {})


def test_a_date_alone_is_the_only_one() -> None:
    only = dated(3)
    add_evidence_by_comparison([only])
    assert set(only.evidence) == {DateEvidence.THE_ONLY_ONE}


def test_the_first_and_the_last_date_are_known() -> None:
    first, middle, last = dated(3), dated(5), dated(9)
    add_evidence_by_comparison([middle, last, first])
    assert set(first.evidence) == {DateEvidence.THE_FIRST}
    assert set(middle.evidence) == set()
    assert set(last.evidence) == {DateEvidence.THE_LAST}


def test_a_label_of_the_issue_date_orders_the_others() -> None:
    before, issue, after = dated(3), dated(5, issue=1.0), dated(9)
    add_evidence_by_comparison([before, issue, after])
    assert DateEvidence.BEFORE_THE_ISSUE_DATE in before.evidence
    assert DateEvidence.AFTER_THE_ISSUE_DATE in after.evidence
    assert DateEvidence.AFTER_THE_ISSUE_DATE not in issue.evidence


def test_a_weak_label_orders_nothing() -> None:
    issue, after = dated(5, issue=0.5), dated(9)
    add_evidence_by_comparison([issue, after])
    assert DateEvidence.AFTER_THE_ISSUE_DATE not in after.evidence
