"""How much each kind of evidence says of a name being the seller's or the buyer's, as bench/parties.py fitted it."""

import math
from functools import cache
from importlib.resources import files

import msgspec

from invoicy.pages.labels import fold
from invoicy.pages.people import Person

Weights = dict[str, dict[str, float]]
Features = dict[str, float]
NOBODY: Features = {"nobody": 1.0}
_SHORTEST = 5


@cache
def fitted() -> Weights:
    """By role, by kind of evidence."""
    return msgspec.json.decode(files("invoicy").joinpath("data/parties.json").read_bytes(), type=Weights)


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
    short, long = sorted((key, other), key=len)
    return len(short) >= _SHORTEST and long.startswith(short)


def chances(features: list[Features], weights: dict[str, float]) -> list[float]:
    """The chance of each to be the one; of nobody's being it what is left to one."""
    sums = [sum(weights.get(kind, 0.0) * value for kind, value in one.items()) for one in (*features, NOBODY)]
    most = max(sums)
    powers = [math.exp(one - most) for one in sums]
    total = sum(powers)
    return [one / total for one in powers]
