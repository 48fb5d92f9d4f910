"""The status of invoices and documents."""

import pytest

from invoicy.readings.reading import Finding, Severity, Status
from invoicy.readings.status import status_of, worst


def test_the_status_is_the_worst_of_the_invoices() -> None:
    assert worst([Status.ACCEPTED, Status.REVIEW]) is Status.REVIEW
    assert worst([Status.REVIEW, Status.REJECTED]) is Status.REJECTED
    assert worst([]) is Status.REJECTED


@pytest.mark.parametrize(
    ("severity", "status"),
    [(Severity.FATAL, "review"), (Severity.WARNING, "accepted"), (Severity.INFORMATION, "accepted")],
)
def test_only_a_fatal_finding_asks_for_review(severity: Severity, status: str) -> None:
    assert status_of([Finding("INVOICY-VALUE", severity, "")]) == status
