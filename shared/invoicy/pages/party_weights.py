"""The evidence of each name, with that of longer and shorter forms of it."""

from invoicy.pages.evidence import Features
from invoicy.pages.labels import fold
from invoicy.pages.people import Person

_SHORTEST = 5


def features_of(everyone: list[Person]) -> list[Features]:
    """The evidence of each, and with ~ the best evidence of longer and shorter forms of the same name."""
    keys = [fold(person.name) for person in everyone]
    return [_features(index, everyone, keys) for index in range(len(everyone))]


def _features(index: int, everyone: list[Person], keys: list[str]) -> Features:
    found: Features = dict(everyone[index].evidence)
    for other, person in enumerate(everyone):
        if other != index and is_same(keys[index], keys[other]):
            found["~longer" if len(keys[other]) > len(keys[index]) else "~shorter"] = 1.0
            for kind, value in person.evidence.items():
                found[f"~{kind}"] = max(found.get(f"~{kind}", 0.0), value)
    return found


def is_same(key: str, other: str) -> bool:
    """One name goes on where the other ends: Stuckmann, Stuckmann GmbH."""
    short, long = (key, other) if len(key) <= len(other) else (other, key)
    return len(short) >= _SHORTEST and long.startswith(short)
