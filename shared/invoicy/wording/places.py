"""The groups that hold a value, in words: "line 3, allowance 2", "VAT category S at 19 %"."""

from string import Formatter
from typing import Any

from invoicy.model import Invoice
from invoicy.wording.pointers import field_of, groups_around, term_at, value_at
from invoicy.wording.values import written
from invoicy.wording.words import words


def place_of(path: str, invoice: Invoice) -> str:
    """Words for the groups around a pointer; a group that is the only one of its kind is counted nowhere."""
    named = (_words_for(pointer, position, invoice) for pointer, position in groups_around(path))
    return ", ".join(text for text in named if text)


def _words_for(pointer: str, position: int, invoice: Invoice) -> str:
    is_only = len(value_at(invoice, pointer.rpartition("/")[0]) or ()) <= 1
    for template in words().get(("place", field_of(pointer)), "").split("|"):
        fields = [name for _, name, _, _ in Formatter().parse(template) if name]
        values: dict[str, Any] = {name: _value(pointer, name, invoice) for name in fields if name != "position"}
        if None in values.values():
            continue
        return "" if is_only and "position" in fields else template.format(**values, position=position + 1)
    return ""


def _value(pointer: str, name: str, invoice: Invoice) -> str | None:
    path = f"{pointer}/{name}"
    value, term = value_at(invoice, path), term_at(path)
    return None if value is None else written(value, term.type if term else "text", "")
