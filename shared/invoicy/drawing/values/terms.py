"""Business names, terms and values of what a JSON Pointer into an invoice points at."""

import re
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from invoicy.model import Invoice
from invoicy.model.terms import Term, term_of_field
from invoicy.model.types import BinaryObject, Identifier


class Named(NamedTuple):
    """name: the standard's, such as "Invoice number"; term: its id, such as "BT-1"; empty where there is none."""

    name: str
    term: str


def name_of(pointer: str) -> Named:
    """Name and term of a place in an invoice; of a value's part, such as an identifier's scheme, those of the value."""
    term = _term_of(pointer)
    return Named(term.name, term.term) if term else Named(pointer.strip("/").replace("_", " "), "")


def title_of(pointer: str) -> Named:
    """Name and term of a group; with its number where it repeats, and "Invoice" for the invoice itself."""
    if not pointer:
        return Named("Invoice", "")
    named, place = name_of(pointer), pointer.rpartition("/")[2]
    return Named(f"{named.name} {int(place) + 1}", named.term) if place.isdigit() else named


def type_of(pointer: str) -> str:
    """Semantic data type of a place in an invoice, such as "amount"; empty for what is part of a value."""
    term = term_of_field().get(_field(pointer))
    return term.type if term else ""


def _term_of(pointer: str) -> Term | None:
    field, known = _field(pointer), term_of_field()
    return known.get(field) or known.get(f"{field}[]") or known.get(field.rpartition(".")[0])


def _field(pointer: str) -> str:
    return re.sub(r"\.\d+", "[]", pointer.strip("/").replace("/", "."))


def value_at(invoice: Invoice, pointer: str) -> Any:
    """The value at a JSON Pointer; None where there is none."""
    value: Any = invoice
    for part in pointer.strip("/").split("/"):
        if isinstance(value, tuple):
            value = value[int(part)] if part.isdigit() and int(part) < len(value) else None
        else:
            value = getattr(value, part, None)
    return value


def written_at(invoice: Invoice, pointer: str) -> str:
    """The value at a JSON Pointer as people read it: 1,234.50, 2026-04-08, 20%."""
    text = written(value_at(invoice, pointer))
    return f"{text}%" if text and type_of(pointer) == "percentage" else text


def written(value: Any) -> str:
    """A value as people read it, without its unit."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:,f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, BinaryObject):
        return f"{value.filename or 'a file'}, {len(value.content or b''):,} bytes"
    if isinstance(value, Identifier):
        return f"{value.value or ''} ({value.scheme})" if value.scheme else value.value or ""
    return str(value)
