"""Causes and consequences among findings."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from invoicy.cli.check_reports.checked import PlacedFinding
from invoicy.cli.check_reports.explanations import BROKEN, GRAVEST_FIRST, UNREADABLE, Explanations
from invoicy.cli.check_reports.subjects import is_sum
from invoicy.model import Invoice
from invoicy.readings.reading import Finding

_FIRST = (BROKEN, "INVOICY-XML-ENCODING", UNREADABLE)
_CANDIDATES_OF_A_RULE = 20
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
    """A finding without a cause among the other findings, and its likely consequences."""

    cause: PlacedFinding
    consequences: tuple[PlacedFinding, ...] = ()


def causes(findings: Sequence[PlacedFinding], invoice: Invoice | None = None) -> list[Cause]:
    """Return the causes in the order in which to look at them. Each finding occurs once."""
    ordered = sorted(findings, key=_rank)
    explain = Explanations(invoice)
    candidates = list(_candidates(ordered))
    parents = {position: _parent(position, ordered, candidates, explain) for position in range(len(ordered))}
    below: dict[int, list[PlacedFinding]] = {}
    for position, placed in enumerate(ordered):
        root = _root(position, parents)
        if root != position:
            below.setdefault(root, []).append(placed)
    roots = [
        Cause(placed, tuple(below.get(position, ())))
        for position, placed in enumerate(ordered)
        if _root(position, parents) == position
    ]
    return sorted(roots, key=lambda cause: not _explains_graver_ones(cause))


def _explains_graver_ones(cause: Cause) -> bool:
    gravity = GRAVEST_FIRST.index(cause.cause.finding.severity)
    return any(GRAVEST_FIRST.index(placed.finding.severity) < gravity for placed in cause.consequences)


def _candidates(ordered: Sequence[PlacedFinding]) -> Iterator[int]:
    """Yield positions of findings that may explain others: a few of each rule, to stay fast with many lines."""
    seen = Counter[str]()
    for position, placed in enumerate(ordered):
        seen[placed.finding.rule] += 1
        if seen[placed.finding.rule] <= _CANDIDATES_OF_A_RULE:
            yield position


def _parent(
    position: int, ordered: Sequence[PlacedFinding], candidates: Sequence[int], explain: Explanations
) -> int | None:
    """Return the first finding that explains this one. If two explain each other, the earlier one is the cause."""
    for candidate in candidates:
        if candidate == position or not explain.explains(ordered[candidate], ordered[position]):
            continue
        if candidate < position or not explain.explains(ordered[position], ordered[candidate]):
            return candidate
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
    return first, GRAVEST_FIRST.index(finding.severity), built_on, placed.page, placed.line, finding.rule


def _is_chained(finding: Finding) -> bool:
    return is_sum(finding) and finding.terms[0] in _BUILT_ON_EACH_OTHER
