"""Candidates with their evidence, and the choice among them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import Generic, TypeVar

from msgspec import Struct, field

from invoicy.pages.scoring.chances import Features, chances

_MAX_CHOICES = 8  # candidates tried in pairs; in the corpus the chosen one is always the first or the second


class Candidate(Struct, kw_only=True):
    """A value that a term may have. evidence: its features, for and against it."""

    evidence: Features = field(default_factory=dict)

    def note(self, kind: str, strength: float = 1.0) -> None:
        """Add a kind of evidence; of several strengths the highest counts."""
        self.evidence[kind] = max(self.evidence.get(kind, 0.0), strength)


AnyCandidate = TypeVar("AnyCandidate", bound=Candidate)
First = TypeVar("First", bound=Candidate)
Second = TypeVar("Second", bound=Candidate)


class Choice(Struct, Generic[AnyCandidate], frozen=True):
    """A candidate, or None for the choice of no candidate, with the chance, 0 to 1, that this choice is right."""

    candidate: AnyCandidate | None
    chance: float


def ranked_choices(
    candidates: Sequence[AnyCandidate], evidence: Sequence[Features], weights: Mapping[str, float]
) -> list[Choice[AnyCandidate]]:
    """Return the choices of the likeliest candidates, the best first, and last the choice of no candidate."""
    *shares, none = chances(evidence, weights)
    choices = [Choice(candidate, chance) for candidate, chance in zip(candidates, shares, strict=True)]
    return [*sorted(choices, key=lambda choice: -choice.chance)[:_MAX_CHOICES], Choice(None, none)]


def best_pair(
    firsts: Iterable[Choice[First]],
    seconds: Iterable[Choice[Second]],
    fit: Callable[[Choice[First], Choice[Second]], float],
) -> tuple[Choice[First], Choice[Second]]:
    """Return the two choices with the highest fit. fit: a chance of both; 0 for choices that exclude each other."""
    return max(product(firsts, seconds), key=lambda pair: fit(*pair))
