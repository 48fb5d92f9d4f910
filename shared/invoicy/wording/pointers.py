"""JSON Pointers into an invoice: the value at one, the field path of the model, the business term."""

from collections.abc import Iterator
from typing import Any

from invoicy.model import Invoice
from invoicy.model.terms import Term, term_of_field


def steps(path: str) -> list[str]:
    """Return the steps of a pointer; the invoice itself has none."""
    return path.split("/")[1:]


def value_at(base: Any, path: str) -> Any:
    """Return the value at a pointer; None if the invoice has no such value."""
    for step in steps(path):
        if base is None:
            return None
        base = _item(base, int(step)) if step.isdigit() else getattr(base, step, None)
    return base


def _item(group: Any, position: int) -> Any:
    return group[position] if isinstance(group, tuple) and position < len(group) else None


def field_of(path: str) -> str:
    """Return the field path of the model: lines[].item.name for /lines/0/item/name."""
    return "".join("[]" if step.isdigit() else f".{step}" for step in steps(path)).lstrip(".")


def term_at(path: str) -> Term | None:
    """Return the business term of a pointer; for a pointer to all groups of a kind, the term of the group.

    The value of an identifier has the term of the identifier; a sub-line has the terms of a line.
    """
    field, known = field_of(path).replace(".sub_lines[].", "."), term_of_field()
    return known.get(field) or known.get(f"{field}[]") or known.get(field.removesuffix(".value"))


def currency_at(path: str, invoice: Invoice) -> str:
    """Return the currency of an amount, empty if the invoice names none. One total is in the accounting currency."""
    is_accounting = path == "/totals/vat_in_accounting_currency"
    return (invoice.vat_accounting_currency_code if is_accounting else invoice.currency_code) or ""


def groups_around(path: str) -> Iterator[tuple[str, int]]:
    """Yield the repeated groups around a pointer, the outermost first: pointer of the group and its position."""
    parts = steps(path)
    for number, step in enumerate(parts, 1):
        if step.isdigit():
            yield "/" + "/".join(parts[:number]), int(step)
