"""A valid invoice (data/example.json) as plain values, and a test whether it breaks a rule."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import msgspec

from invoicy import data
from invoicy.model import Invoice
from invoicy.rules.invoice_context import CheckContext, InvoiceContext
from invoicy.rules.rule import Rule

Plain = dict[str, Any]
CHECK_CONTEXT = CheckContext(date(2026, 6, 30), ("Beispiel AG",), ("DE129273398",))


class ExamplePair(NamedTuple):
    """Two invoices as plain values, and JSON Pointers to the values that matter."""

    broken: Plain
    kept: Plain
    paths: list[str]


def breaks(rule: Rule, plain: Plain) -> bool | None:
    """Test whether the invoice breaks the rule; None if the values are not an invoice."""
    with suppress(msgspec.ValidationError):
        context = InvoiceContext(msgspec.convert(plain, Invoice), check_context=CHECK_CONTEXT)
        return next(iter(rule.check(context)), None) is not None
    return None


@cache
def sound() -> str:
    """Return the JSON of the valid invoice."""
    return data.content("example.json").decode()


def all_paths(value: Any, path: str = "") -> Iterator[str]:
    """Yield the JSON Pointers of all values in a value, groups included."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from all_paths(part, f"{path}/{key}")
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from all_paths(part, f"{path}/{position}")


def get(base: Any, path: str) -> Any:
    """Return the value at a pointer. Raises KeyError or IndexError if there is no such value."""
    for step in path.split("/")[1:]:
        base = base[int(step)] if isinstance(base, list) else base[step]
    return base


def put(base: Any, path: str, value: Any) -> None:
    """Set the value at a pointer in an existing group; None deletes it."""
    parent, _, last = path.rpartition("/")
    group = get(base, parent) if parent else base
    key: Any = int(last) if isinstance(group, list) else last
    if value is None:
        del group[key]
    else:
        group[key] = value
