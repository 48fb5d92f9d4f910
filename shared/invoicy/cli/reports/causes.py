"""Which finding explains which: the cause comes first, its likely consequences below it.

A finding explains another one
    when the XML breaks off, and the other one misses a value or a group that every invoice has;
    when a value is missing, and the other one needs it or misses a part of it;
    when a sum is wrong, and the other one adds that sum up further;
    when the other one says the same of the same value.
"""

from collections.abc import Sequence
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
    roots: list[PlacedFinding] = []
    below: dict[int, list[PlacedFinding]] = {}
    for placed in ordered:
        root = next((each for each in range(len(roots)) if _explains(explain, roots[each], below[each], placed)), None)
        if root is None:
            below[len(roots)] = []
            roots.append(placed)
        else:
            below[root].append(placed)
    return [Cause(placed, tuple(below[position])) for position, placed in enumerate(roots)]


def _explains(
    explain: "_Explanations", root: PlacedFinding, below: Sequence[PlacedFinding], other: PlacedFinding
) -> bool:
    return any(explain.explains(each.finding, other.finding) for each in (root, *below))


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

    def explains(self, cause: Finding, other: Finding) -> bool:
        """True where the other finding is a likely consequence of the cause, and not a graver one."""
        if cause.rule == other.rule or _SEVERITIES.index(cause.severity) > _SEVERITIES.index(other.severity):
            return False
        if cause.rule == _BROKEN:
            return self._misses(other) or self._misses_a_group(other)
        if self._misses(cause) and len(cause.terms) == 1:
            return self._needs(other, cause)
        return _adds_up(other, cause) or _repeats(other, cause)

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


def _repeats(other: Finding, cause: Finding) -> bool:
    same_value = bool(cause.values) and cause.values[:1] == other.values[:1]
    return same_value and _subject(cause) == _subject(other) != "" and not {*cause.terms}.isdisjoint(other.terms)


def _is_sum(finding: Finding) -> bool:
    """All of its terms are numbers, and there are several."""
    types = {term.term: term.type for term in terms()} if len(finding.terms) > 1 else {}
    return bool(types) and all(types.get(number) in _NUMBERS for number in finding.terms)


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
