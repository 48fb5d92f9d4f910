"""The status that follows from findings, and from the statuses of several invoices."""

from collections.abc import Iterable

from invoicy.readings.reading import Finding, Severity, Status

_WORST_FIRST = (Status.REJECTED, Status.REVIEW, Status.ACCEPTED)


def status_of(findings: Iterable[Finding]) -> Status:
    """Return `review` if any finding is fatal, otherwise `accepted`."""
    return Status.REVIEW if any(finding.severity is Severity.FATAL for finding in findings) else Status.ACCEPTED


def worst(statuses: Iterable[Status]) -> Status:
    """Return the worst of the statuses; `rejected` if there is no status."""
    return min(statuses, key=_WORST_FIRST.index, default=Status.REJECTED)
