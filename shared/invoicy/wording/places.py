"""The groups that hold a value, in words: "line 3, allowance 2", "VAT category S at 19 %"."""

import re
from collections.abc import Sequence
from string import Formatter
from typing import Any, NamedTuple

from invoicy.model import Invoice
from invoicy.wording.pointers import field_of, groups_around, term_at, value_at
from invoicy.wording.values import written
from invoicy.wording.words import word, words

_SHORT = re.compile(r"[\w.-]{1,20}").fullmatch  # an identifier of several words would run into the sentence


def place_of(path: str, invoice: Invoice) -> str:
    """Return words for the groups around a pointer; a group without siblings gets no number."""
    named = (_words_for(pointer, position, invoice) for pointer, position in groups_around(path))
    return ", ".join(text for text in named if text)


class Groups(NamedTuple):
    """Groups of one kind as the subject of a sentence, with "has" or "have": "line 3 has", "12 lines have".

    kind: the field of the invoice that holds them. positions: of the groups in it, from 0.
    """

    kind: str
    positions: Sequence[int]
    invoice: Invoice

    def __str__(self) -> str:
        if len(self.positions) > 1:
            return word("group", f"{self.kind}-many").format(count=len(self.positions))
        place = place_of(f"/{self.kind}/{self.positions[0]}", self.invoice)
        return word("group", f"{self.kind}-one").format(place=place) if place else word("group", self.kind)


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
    text = None if value is None else written(value, term.type if term else "text", "")
    return f"'{text}'" if text is not None and name == "identifier" and not _SHORT(text) else text
