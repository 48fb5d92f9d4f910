"""Examples recorded in data/examples.json, for rules that no single change breaks or that need a clearer example.

By JSON Pointer: values that make the rule apply to the valid invoice (keeps), and values that then break the rule
(breaks); null deletes a value.
"""

import json
from contextlib import suppress
from copy import deepcopy
from functools import cache

from invoicy import data
from invoicy.rules.examples.plain import ExamplePair, Plain, breaks, put, sound
from invoicy.rules.rule import Rule


@cache
def _recorded() -> dict[str, dict[str, Plain]]:
    return data.json("examples.json", dict[str, dict[str, Plain]])


def pair(rule: Rule) -> ExamplePair:
    """Return the recorded example of a rule."""
    keeps, breaking = _recorded()[rule.id].values()
    kept: Plain = json.loads(sound())
    _put_all(kept, keeps)
    broken = deepcopy(kept)
    _put_all(broken, breaking)
    given = [
        path for path, value in keeps.items() if value is not None and not any(b.startswith(path) for b in breaking)
    ]
    paths = list(dict.fromkeys([*given, *breaking]))
    return ExamplePair(broken, kept, paths)


def _put_all(base: Plain, changes: Plain) -> None:
    for path, value in changes.items():
        with suppress(KeyError):  # the value is absent already
            put(base, path, deepcopy(value))


def is_broken(rule: Rule) -> tuple[bool | None, bool | None]:
    """The recorded example breaks the rule with its change, and without it: the latter must not be."""
    keeps, breaking = _recorded()[rule.id].values()
    base: Plain = json.loads(sound())
    _put_all(base, keeps)
    before = breaks(rule, base)
    _put_all(base, breaking)
    return breaks(rule, base), before


def rules() -> frozenset[str]:
    """Return the ids of the rules whose example is recorded."""
    return frozenset(_recorded())
