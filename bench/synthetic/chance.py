"""A seeded source of choices."""

import string
from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance(Random):
    """Random choices that one seed, a text, repeats on every machine."""

    def pick(self, options: Sequence[T]) -> T:
        """One of the options; write an option twice to make it likelier."""
        return options[int(self.random() * len(options))]

    def maybe(self, share: float) -> bool:
        """True in this share of the cases."""
        return self.random() < share

    def fill(self, pattern: str, names: Mapping[str, str] | None = None) -> str:
        """The pattern with digits for `#`, capital letters for `?` and the names put in."""
        for name, value in (names or {}).items():
            pattern = pattern.replace(f"{{{name}}}", value)
        return "".join(self._drawn(c) for c in pattern)

    def _drawn(self, sign: str) -> str:
        if sign == "#":
            return self.pick(string.digits)
        return self.pick("ABCDEFGHKLMNPRSTUVWXZ") if sign == "?" else sign
