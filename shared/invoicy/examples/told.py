"""Examples that are told in data/examples.json: what no single change breaks.

By JSON Pointers: what makes the sound invoice one that the rule asks (keeps), and what breaks it then (breaks); null
takes away.
"""

import json
from contextlib import suppress
from copy import deepcopy
from functools import cache

from invoicy.examples.plain import DATA, Example, Plain, breaks, put, sound, written
from invoicy.rules.rule import Rule


@cache
def _told() -> dict[str, dict[str, Plain]]:
    told: dict[str, dict[str, Plain]] = json.loads((DATA / "examples.json").read_text(encoding="utf-8"))
    return told


def of(rule: Rule) -> Example:
    """What is told for the rule."""
    keeps, breaking = _told()[rule.id].values()
    kept: Plain = json.loads(sound())
    _put_all(kept, keeps)
    broken = deepcopy(kept)
    _put_all(broken, breaking)
    given = [
        path for path, value in keeps.items() if value is not None and not any(b.startswith(path) for b in breaking)
    ]
    paths = list(dict.fromkeys([*given, *breaking]))
    return Example(written(broken, paths), written(kept, paths))


def _put_all(base: Plain, changes: Plain) -> None:
    for path, value in changes.items():
        with suppress(KeyError):  # nothing to take away
            put(base, path, deepcopy(value))


def is_broken(rule: Rule) -> tuple[bool, bool]:
    """Whether a told example breaks the rule where it should, and where it should not."""
    keeps, breaking = _told()[rule.id].values()
    base: Plain = json.loads(sound())
    _put_all(base, keeps)
    before = breaks(rule, base)
    _put_all(base, breaking)
    return breaks(rule, base), before


def rules() -> frozenset[str]:
    """Ids of the rules whose example is told."""
    return frozenset(_told())
