"""The single values of an invoice by JSON Pointer, and the union of two invoices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

from invoicy.model import Invoice
from invoicy.model.types import Group


def leaves_of(invoice: Invoice) -> dict[str, Any]:
    """Return every value that is present by its JSON Pointer."""
    return dict(_leaves(invoice, ""))


def _leaves(value: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Group):
        for name in value.__struct_fields__:
            yield from _leaves(getattr(value, name), f"{pointer}/{name}")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _leaves(item, f"{pointer}/{index}")
    elif value is not None:
        yield pointer, value


def only(invoice: Invoice, wanted: Callable[[str], bool]) -> Invoice:
    """Return the invoice with only those values whose pointers are given."""
    left = _only(invoice, "", wanted)
    return left if left is not None else Invoice()


def _only(value: Any, pointer: str, wanted: Callable[[str], bool]) -> Any:
    if isinstance(value, Group):
        kept = {
            name: item
            for name in value.__struct_fields__
            if (item := _only(getattr(value, name), f"{pointer}/{name}", wanted)) not in (None, ())
        }
        return type(value)(**kept) if kept else None
    if isinstance(value, tuple):
        items = (_only(item, f"{pointer}/{index}", wanted) for index, item in enumerate(value))
        return tuple(item for item in items if item is not None)
    return value if value is not None and wanted(pointer) else None


def laid_over(below: Invoice, above: Invoice) -> Invoice:
    """Return an invoice with the terms of both; where both have a term, above wins."""
    joined: Invoice = _laid_over(below, above)
    return joined


def _laid_over(below: Any, above: Any) -> Any:
    if above is None or below is None:
        return below if above is None else above
    if isinstance(below, Group) and isinstance(above, Group):
        names = below.__struct_fields__
        return type(below)(**{name: _laid_over(getattr(below, name), getattr(above, name)) for name in names})
    if isinstance(below, tuple) and isinstance(above, tuple):
        return tuple(_laid_over(lower, upper) for lower, upper in zip_longest(below, above))
    return above
