"""A sound invoice (data/example.json) as plain values, and what a rule says of it."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from invoicy.model import Invoice
from invoicy.rules.case import Around, Case
from invoicy.rules.rule import Rule

Plain = dict[str, Any]
DATA = Path(__file__).parent.parent / "data"
AROUND = Around(date(2026, 6, 30), ("Beispiel AG",), ("DE129273398",))


class Example(Struct, frozen=True):
    """The lines of an invoice that matter to a rule, once as they break it and once as they keep it."""

    breaks: str
    keeps: str


def breaks(rule: Rule, plain: Plain) -> bool:
    """Whether the invoice breaks the rule; one that is none does not."""
    with suppress(msgspec.ValidationError):
        return next(iter(rule.check(Case(msgspec.convert(plain, Invoice), around=AROUND))), None) is not None
    return False


@cache
def sound() -> str:
    """The JSON of the sound invoice."""
    return (DATA / "example.json").read_text(encoding="utf-8")


def field_of(path: str) -> str:
    """Field path of the model: /lines/0/item/name is lines[].item.name."""
    return "".join("[]" if step.isdigit() else f".{step}" for step in path.split("/")[1:]).lstrip(".")


def all_paths(value: Any, path: str = "") -> Iterator[str]:
    """JSON Pointers of all values in a value, groups included."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from all_paths(part, f"{path}/{key}")
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from all_paths(part, f"{path}/{position}")


def get(base: Any, path: str) -> Any:
    """What stands at a pointer. Raises KeyError or IndexError where nothing does."""
    for step in path.split("/")[1:]:
        base = base[int(step)] if isinstance(base, list) else base[step]
    return base


def put(base: Any, path: str, value: Any) -> None:
    """Writes a value at a pointer whose group is there; None takes away."""
    parent, _, last = path.rpartition("/")
    group = get(base, parent) if parent else base
    key: Any = int(last) if isinstance(group, list) else last
    if value is None:
        del group[key]
    else:
        group[key] = value


def written(plain: Plain, paths: list[str]) -> str:
    """The values at the pointers, one on a line."""
    return "\n".join(f"  {path}: {_said(plain, path)}" for path in sorted(paths))


def _said(plain: Plain, path: str) -> str:
    try:
        return json.dumps(get(plain, path), ensure_ascii=False)
    except (KeyError, IndexError):
        return "(absent)"
