"""The evidence of each name together with that of its longer and shorter forms."""

from collections.abc import Sequence

from invoicy.pages.fields.parties.candidates import NameCandidate
from invoicy.pages.fields.parties.evidence import OtherForm, of_other_form
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.scoring.chances import Features

SHORTEST = 5  # letters; shorter names begin too many others


def with_other_forms(candidates: Sequence[NameCandidate]) -> list[Features]:
    """Return the evidence of each name, with the strongest evidence of longer and shorter forms of the same name."""
    keyed = [(fold(candidate.name), candidate) for candidate in candidates]
    alike: dict[str, list[tuple[str, NameCandidate]]] = {}
    for key, candidate in keyed:
        alike.setdefault(key[:SHORTEST], []).append((key, candidate))
    return [_evidence(key, candidate, alike[key[:SHORTEST]]) for key, candidate in keyed]


def is_same(key: str, other: str) -> bool:
    """Return whether one folded name begins with the other, as Muster GmbH does with Muster."""
    short, long = (key, other) if len(key) <= len(other) else (other, key)
    return len(short) >= SHORTEST and long.startswith(short)


def _evidence(key: str, candidate: NameCandidate, alike: list[tuple[str, NameCandidate]]) -> Features:
    """Return the evidence of one name. alike: all names that begin as it does, itself included."""
    evidence: Features = dict(candidate.evidence)
    for other_key, other in alike:
        if other is not candidate and is_same(key, other_key):
            evidence[OtherForm.LONGER if len(other_key) > len(key) else OtherForm.SHORTER] = 1.0
            for own, strength in other.evidence.items():
                kind = of_other_form(own)
                evidence[kind] = max(evidence.get(kind, 0.0), strength)
    return evidence
