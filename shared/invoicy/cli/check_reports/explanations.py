"""Explanations: a finding may be a likely consequence of another finding.

A finding (the cause) explains a second finding
    if the XML ends early, and the second reports a missing value or group that every invoice has;
    if lines on the page were not read, and the second reports missing lines or adds up their amounts;
    if a value is missing, and the second needs that value or reports a missing part of it;
    if a sum is wrong, and the second adds up that sum;
    if a group is missing, or a VAT category or rate is wrong, and the second adds up amounts by it;
    if a value is wrong, and the second compares another value with it;
    if both report the same value.

In this module, `cause` is the cause and `other` the second finding.
"""

from typing import Any

import msgspec

from invoicy.cli.check_reports.checked import PlacedFinding
from invoicy.cli.check_reports.subjects import field_of, group_and_position, group_of, has_value, is_sum, subject_of
from invoicy.model import Invoice
from invoicy.readings.reading import Finding, Severity

BROKEN, UNREADABLE = "INVOICY-XML-BROKEN", "INVOICY-VALUE"
_LINES_NOT_READ, _UNCERTAIN = "INVOICY-LINES-NOT-READ", "INVOICY-FIELD-UNCERTAIN"
_LINES, _VAT_BREAKDOWN = "BG-25", "BG-23"
GRAVEST_FIRST = tuple(Severity)
_SUM_OF_A_CATEGORY = ("BT-116",)
_CATEGORIES_AND_RATES = frozenset({("BT-151",), ("BT-152",), ("BT-95",), ("BT-96",), ("BT-102",), ("BT-103",)})
_SUMMED_UP = {"vat_breakdown": "lines", "totals": "lines"}


class Explanations:
    """The explanations among findings about an invoice. invoice: None for findings about a document."""

    def __init__(self, invoice: Invoice | None) -> None:
        self._invoice: Any = {} if invoice is None else msgspec.to_builtins(invoice)

    def explains(self, cause: PlacedFinding, other: PlacedFinding) -> bool:
        """Test whether the other finding is a likely consequence of the cause.

        Only lines that were not read explain findings of a graver severity.
        """
        if cause.finding.rule == _LINES_NOT_READ:
            return self._works_with_lines(other.finding)
        if other.finding.rule == _LINES_NOT_READ:
            return False
        if _is_cut_off(other, cause):
            return True
        return self._leads_to(cause.finding, other.finding) or _repeats(other, cause)

    def _leads_to(self, cause: Finding, other: Finding) -> bool:
        if cause.rule == other.rule or _is_graver(other, cause) or _are_of_siblings(other, cause):
            return False
        if cause.rule == BROKEN:
            return self._misses(other) or self._misses_a_group(other)
        if self._misses(cause) and len(cause.terms) == 1:
            return self._needs(other, cause) or _adds_up_the_group(other, cause) or _sorts_by(other, cause)
        return self._adds_up(other, cause) or _compares(other, cause) or _sorts_by(other, cause)

    def _works_with_lines(self, other: Finding) -> bool:
        """Test for missing lines, a sum of lines, or a VAT breakdown without lines of its category."""
        misses_lines = other.terms[:1] == (_LINES,) and self._misses(other)
        is_of_breakdown = other.terms[:1] == (_VAT_BREAKDOWN,) and not self._misses(other)
        return misses_lines or is_of_breakdown or _adds_up_lines(other)

    def _adds_up(self, other: Finding, cause: Finding) -> bool:
        """Test whether the cause is a wrong sum that the other finding adds up, unless the cause lacks its lines."""
        lacks_lines = _adds_up_lines(cause) and not self._invoice.get("lines")
        return is_sum(cause) and is_sum(other) and cause.terms[0] in other.terms[1:] and not lacks_lines

    def _needs(self, other: Finding, cause: Finding) -> bool:
        """Test whether the other finding adds up the missing value, or reports that it or a part is missing."""
        whole, part = subject_of(cause), subject_of(other)
        is_inside = part == whole or part.startswith(f"{whole}/")
        uses_value = cause.terms[0] in other.terms[1:] and (is_sum(other) or self._misses(other))
        return uses_value or (is_inside and self._misses(other))

    def _misses(self, finding: Finding) -> bool:
        """Test whether the invoice lacks the value that the finding is about."""
        subject = subject_of(finding)
        return bool(subject) and not has_value(self._invoice, subject)

    def _misses_a_group(self, finding: Finding) -> bool:
        """Test whether a term of the finding is in a required group that is missing, or that sums up such a group."""
        groups = {group_of(number) for number in finding.terms} - {""}
        sources = {_SUMMED_UP[group] for group in groups if group in _SUMMED_UP}
        return any(not self._invoice.get(group) for group in groups | sources)


def _is_cut_off(other: PlacedFinding, cause: PlacedFinding) -> bool:
    """Test whether the XML ends inside the element of the other finding, which is therefore empty."""
    is_empty = not other.finding.values and not subject_of(other.finding)
    return cause.finding.rule == BROKEN != other.finding.rule and is_empty and other.line >= cause.line - 1


def _adds_up_the_group(other: Finding, cause: Finding) -> bool:
    """Test whether the cause is a missing repeated group, such as the lines, and the other adds up its amounts."""
    group = field_of(cause.terms[0])
    return group.endswith("[]") and _adds_up_amounts_in(group, other)


def _adds_up_lines(finding: Finding) -> bool:
    """Test whether the finding adds up amounts of the lines, and is not about a single line."""
    return _adds_up_amounts_in(field_of(_LINES), finding) and not finding.path.startswith("/lines/")


def _adds_up_amounts_in(group: str, finding: Finding) -> bool:
    return is_sum(finding) and any(field_of(term).startswith(group) for term in finding.terms[1:])


def _sorts_by(other: Finding, cause: Finding) -> bool:
    """Test whether the other finding adds up amounts of a VAT category, and the cause is a wrong category or rate."""
    return other.terms[:1] == _SUM_OF_A_CATEGORY and cause.terms[:1] in _CATEGORIES_AND_RATES


def _compares(other: Finding, cause: Finding) -> bool:
    """Test whether the cause is a wrong value that the other finding compares with.

    Uncertain values do not count: they may be right.
    """
    if cause.rule == _UNCERTAIN or len(cause.terms) != 1 or not cause.values or cause.terms[0] not in other.terms[1:]:
        return False
    return not other.values or cause.values[0] in other.values


def _repeats(other: PlacedFinding, cause: PlacedFinding) -> bool:
    """Test whether both report the same value at the same place, and the other finding is not graver.

    A wrong sum does not repeat a finding about a value.
    """
    if cause.finding.rule == other.finding.rule or cause.finding.values[:1] != other.finding.values[:1]:
        return False
    if cause.finding.message == other.finding.message and cause.xpath == other.xpath != "":
        return not _is_graver(other.finding, cause.finding)
    if not cause.finding.values or _is_graver(other.finding, cause.finding):
        return False
    if is_sum(other.finding) != is_sum(cause.finding):
        return False
    subjects = subject_of(cause.finding), subject_of(other.finding)
    if all(subjects):
        return subjects[0] == subjects[1]
    return cause.xpath == other.xpath != "" and (not any(subjects) or cause.finding.rule == UNREADABLE)


def _is_graver(other: Finding, cause: Finding) -> bool:
    return GRAVEST_FIRST.index(cause.severity) > GRAVEST_FIRST.index(other.severity)


def _are_of_siblings(other: Finding, cause: Finding) -> bool:
    """Test for findings about two elements of the same list, such as two lines."""
    (group, position), (other_group, other_position) = (group_and_position(finding) for finding in (cause, other))
    return group == other_group and position != other_position and position.isdecimal() and other_position.isdecimal()
