"""The evidence of each name, with that of longer and shorter forms of it."""

from invoicy.pages.fields.parties.candidates import NameCandidate
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.scoring.chances import Features

SHORTEST = 5


def features_of(everyone: list[NameCandidate]) -> list[Features]:
    """The evidence of each, and with ~ the best evidence of longer and shorter forms of the same name."""
    keyed = [(fold(person.name), person) for person in everyone]
    alike: dict[str, list[tuple[str, NameCandidate]]] = {}
    for key, person in keyed:
        alike.setdefault(key[:SHORTEST], []).append((key, person))
    return [_features(key, person, alike[key[:SHORTEST]]) for key, person in keyed]


def _features(key: str, own: NameCandidate, alike: list[tuple[str, NameCandidate]]) -> Features:
    """alike: all names that begin as it does, itself too."""
    found: Features = dict(own.evidence)
    for other, person in alike:
        if person is not own and is_same(key, other):
            found["~longer" if len(other) > len(key) else "~shorter"] = 1.0
            for kind, value in person.evidence.items():
                found[f"~{kind}"] = max(found.get(f"~{kind}", 0.0), value)
    return found


def is_same(key: str, other: str) -> bool:
    """One name goes on where the other ends: Stuckmann, Stuckmann GmbH."""
    short, long = (key, other) if len(key) <= len(other) else (other, key)
    return len(short) >= SHORTEST and long.startswith(short)
