"""The best candidates for a role."""

from collections.abc import Iterable
from decimal import Decimal

from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.weights import weights

# For each role: each further candidate makes the search longer. Set by hand on the LEARN set.
MAX_CANDIDATES = 9


def ranked(candidates: Iterable[AmountCandidate], role: str) -> list[AmountCandidate]:
    """Return at most nine candidates for a role with different values, the best first."""
    return distinct(with_role(candidates, role))[:MAX_CANDIDATES]


def with_role(candidates: Iterable[AmountCandidate], role: str) -> list[AmountCandidate]:
    """Return the candidates with evidence for a role that no other role outweighs, the best first."""
    least = weights().search.min_candidate
    supported = (
        candidate for candidate in candidates if candidate.score(role) > least and not _is_outweighed(candidate, role)
    )
    return sorted(supported, key=lambda candidate: -candidate.roles[role])


def distinct(candidates: Iterable[AmountCandidate]) -> list[AmountCandidate]:
    """Return the first candidate of each value."""
    first: dict[Decimal, AmountCandidate] = {}
    for candidate in candidates:
        first.setdefault(candidate.value, candidate)
    return list(first.values())


def _is_outweighed(candidate: AmountCandidate, role: str) -> bool:
    """Test for VAT or a net amount that is rather a discount, a charge or a payment."""
    other = max(candidate.score("other_amount"), candidate.score("paid"))
    return role in {"net", "tax"} and other > candidate.roles[role] + weights().search.min_margin
