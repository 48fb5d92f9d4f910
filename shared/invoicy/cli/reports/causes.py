"""Causes among findings: the cause comes first, its likely consequences below it.

A finding explains another one
    when the XML breaks off, and the other one misses a value or a group that every invoice has;
    when a value is missing, and the other one needs it or misses a part of it;
    when a sum is wrong, and the other one adds that sum up further;
    when a value is wrong by itself, and the other one compares with it;
    when the other one complains of the same value.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from invoicy.cli.reports.checked import PlacedFinding
from invoicy.model import Invoice
from invoicy.reading import Finding, Severity
from invoicy.terms import pointer_of, terms

_BROKEN = "INVOICY-XML-BROKEN"
_FIRST = (_BROKEN, "INVOICY-XML-ENCODING", "INVOICY-VALUE")
_NUMBERS = frozenset({"amount", "price", "quantity", "percentage"})
_CANDIDATES_OF_A_RULE = 20
_SUMMED_UP = {"vat_breakdown": "lines", "totals": "lines"}
_SEVERITIES = tuple(Severity)
_BUILT_ON_EACH_OTHER = (
    "BT-131",
    "BT-106",
    "BT-107",
    "BT-108",
    "BT-116",
    "BT-117",
    "BT-110",
    "BT-109",
    "BT-112",
    "BT-115",
)


class Cause(Struct, frozen=True):
    """A finding that no other one explains, and those that it explains."""

    cause: PlacedFinding
    consequences: tuple[PlacedFinding, ...] = ()


def causes(findings: Sequence[PlacedFinding], invoice: Invoice | None = None) -> list[Cause]:
    """The findings in the order in which a person should look at them, each of them once."""
    ordered = sorted(findings, key=_rank)
    explain = _Explanations(invoice)
    candidates = list(_candidates(ordered))
    parents = {position: _parent(position, ordered, candidates, explain) for position in range(len(ordered))}
    below: dict[int, list[PlacedFinding]] = {}
    for position, placed in enumerate(ordered):
        root = _root(position, parents)
        if root != position:
            below.setdefault(root, []).append(placed)
    return [
        Cause(placed, tuple(below.get(position, ())))
        for position, placed in enumerate(ordered)
        if _root(position, parents) == position
    ]


def _candidates(ordered: Sequence[PlacedFinding]) -> Iterator[int]:
    """Positions of the findings that may explain another one: a few of each rule, or many lines would take long."""
    seen = Counter[str]()
    for position, placed in enumerate(ordered):
        seen[placed.finding.rule] += 1
        if seen[placed.finding.rule] <= _CANDIDATES_OF_A_RULE:
            yield position


def _parent(
    position: int, ordered: Sequence[PlacedFinding], candidates: Sequence[int], explain: "_Explanations"
) -> int | None:
    """The first finding that explains this one; of two that explain each other the earlier one counts."""
    for each in candidates:
        if each == position or not explain.explains(ordered[each], ordered[position]):
            continue
        if each < position or not explain.explains(ordered[position], ordered[each]):
            return each
    return None


def _root(position: int, parents: dict[int, int | None]) -> int:
    seen = {position}
    while (parent := parents[position]) is not None and parent not in seen:
        seen.add(parent)
        position = parent
    return position


def _rank(placed: PlacedFinding) -> tuple[int, int, int, int, int, str]:
    finding = placed.finding
    first = _FIRST.index(finding.rule) if finding.rule in _FIRST else len(_FIRST)
    built_on = _BUILT_ON_EACH_OTHER.index(finding.terms[0]) if _is_chained(finding) else -1
    return first, _SEVERITIES.index(finding.severity), built_on, placed.page, placed.line, finding.rule


def _is_chained(finding: Finding) -> bool:
    return _is_sum(finding) and finding.terms[0] in _BUILT_ON_EACH_OTHER


class _Explanations:
    def __init__(self, invoice: Invoice | None) -> None:
        self._invoice: Any = {} if invoice is None else msgspec.to_builtins(invoice)

    def explains(self, cause: PlacedFinding, other: PlacedFinding) -> bool:
        """True where the other finding is a likely consequence of the cause, and not a graver one."""
        return self._leads_to(cause.finding, other.finding) or _repeats(other, cause)

    def _leads_to(self, cause: Finding, other: Finding) -> bool:
        if cause.rule == other.rule or _is_graver(other, cause) or _are_of_siblings(other, cause):
            return False
        if cause.rule == _BROKEN:
            return self._misses(other) or self._misses_a_group(other)
        if self._misses(cause) and len(cause.terms) == 1:
            return self._needs(other, cause)
        return _adds_up(other, cause) or _compares(other, cause)

    def _needs(self, other: Finding, cause: Finding) -> bool:
        """The other one works with the missing value, or misses a part of it, or says that it is missing, too."""
        inside = _subject(other).startswith((_subject(cause) + "/", _subject(cause)))
        return cause.terms[0] in other.terms[1:] or (inside and self._misses(other))

    def _misses(self, finding: Finding) -> bool:
        """The value that a finding is about is not there."""
        subject = _subject(finding)
        return bool(subject) and not _has(self._invoice, subject)

    def _misses_a_group(self, finding: Finding) -> bool:
        """One of its terms is in a group that every invoice has, and this one has not, or that sums up such a group."""
        groups = {_group_of(number) for number in finding.terms} - {""}
        sources = {_SUMMED_UP[group] for group in groups if group in _SUMMED_UP}
        return any(not self._invoice.get(group) for group in groups | sources)


@cache
def _group_of(number: str) -> str:
    """The field of the required group that a term is in; empty where it is in none."""
    field = next((term.field for term in terms() if term.term == number), "").partition(".")[0]
    is_required = any(term.field == field and term.cardinality.startswith("1") for term in terms())
    return field.removesuffix("[]") if is_required else ""


def _adds_up(other: Finding, cause: Finding) -> bool:
    return _is_sum(cause) and _is_sum(other) and cause.terms[0] in other.terms[1:]


def _compares(other: Finding, cause: Finding) -> bool:
    """The cause is a wrong value by itself, and the other one sets its own value against it."""
    return len(cause.terms) == 1 and bool(cause.values) and cause.terms[0] in other.terms[1:]


def _repeats(other: PlacedFinding, cause: PlacedFinding) -> bool:
    """Both complain of one value at one place, the other one not more gravely; a wrong sum is no repeated complaint."""
    if cause.finding.rule == other.finding.rule or cause.finding.values[:1] != other.finding.values[:1]:
        return False
    if not cause.finding.values or _is_graver(other.finding, cause.finding):
        return False
    if _is_sum(other.finding) != _is_sum(cause.finding):
        return False
    subjects = _subject(cause.finding), _subject(other.finding)
    return subjects[0] == subjects[1] != "" or (not all(subjects) and cause.xpath == other.xpath != "")


def _is_graver(other: Finding, cause: Finding) -> bool:
    return _SEVERITIES.index(cause.severity) > _SEVERITIES.index(other.severity)


def _are_of_siblings(other: Finding, cause: Finding) -> bool:
    """One is about the first line, the other about the second one, or about two parts of the VAT breakdown."""
    names = [finding.path.split("/")[1:3] for finding in (other, cause)]
    return all(len(name) > 1 and name[1].isdecimal() for name in names) and names[0] != names[1]


def _is_sum(finding: Finding) -> bool:
    """It is about a number, and compares it with others."""
    numbers = [_types().get(number) in _NUMBERS for number in finding.terms]
    return sum(numbers) > 1 and numbers[0]


@cache
def _types() -> dict[str, str]:
    return {term.term: term.type for term in terms()}


def _subject(finding: Finding) -> str:
    """JSON Pointer to the value that the finding is about."""
    return finding.path or pointer_of(finding.terms)


def _has(plain: Any, pointer: str) -> bool:
    for step in pointer.split("/")[1:]:
        if isinstance(plain, list):
            plain = plain[int(step)] if step.isdecimal() and int(step) < len(plain) else None
        else:
            plain = plain.get(step) if isinstance(plain, dict) else None
    return plain not in (None, [], {})
