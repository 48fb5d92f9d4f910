"""Names, terms and values at a JSON Pointer into an invoice."""

import re
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from invoicy.model import Invoice
from invoicy.model.terms import Term, term_of_field
from invoicy.model.types import BinaryObject, Identifier


class Named(NamedTuple):
    """A business term. name: such as "Invoice number". term: its id, such as "BT-1"; "" if it has none."""

    name: str
    term: str


def name_of(pointer: str) -> Named:
    """Return the name and term of a field. A part without a term has those of its value."""
    term = _term_of(pointer)
    return Named(term.name, term.term) if term else Named(pointer.strip("/").replace("_", " "), "")


def title_of(pointer: str) -> Named:
    """Return the name and term of a group, such as "Invoice line 2"; "Invoice" for the empty pointer."""
    if not pointer:
        return Named("Invoice", "")
    named, place = name_of(pointer), pointer.rpartition("/")[2]
    return Named(f"{named.name} {int(place) + 1}", named.term) if place.isdigit() else named


def type_of(pointer: str) -> str:
    """Return the semantic data type of a field, such as "amount"; "" for a part of a value."""
    term = term_of_field().get(_field(pointer))
    return term.type if term else ""


def _term_of(pointer: str) -> Term | None:
    field, known = _field(pointer), term_of_field()
    return known.get(field) or known.get(f"{field}[]") or known.get(field.rpartition(".")[0])


def _field(pointer: str) -> str:
    return re.sub(r"\.\d+", "[]", pointer.strip("/").replace("/", "."))


def value_at(invoice: Invoice, pointer: str) -> Any:
    """Return the value at a JSON Pointer; None if it is missing."""
    value: Any = invoice
    for part in pointer.strip("/").split("/"):
        if isinstance(value, tuple):
            value = value[int(part)] if part.isdigit() and int(part) < len(value) else None
        else:
            value = getattr(value, part, None)
    return value


def written_at(invoice: Invoice, pointer: str) -> str:
    """Return the value at a JSON Pointer as text for people: 1,234.50, 2026-04-08, 20%."""
    text = written(value_at(invoice, pointer))
    return f"{text}%" if text and type_of(pointer) == "percentage" else text


def written(value: Any) -> str:
    """Return a value as text for people, without its unit."""
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
