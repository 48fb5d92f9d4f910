"""The business terms of EN 16931-1 and its extensions, with their place in each XML syntax, from data/terms.tsv."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from invoicy import data


class Term(NamedTuple):
    """One business term (BT) or group (BG).

    term: its id; BT-UBL-n for an element that a syntax requires and the standard has no term for.
    field: dotted path in the model, "[]" after a repeated field, "*" for a group whose terms are fields of its parent.
    type: semantic data type; "group" for a BG, a field path for a group of the same shape as that one.
    extension: empty for EN 16931 itself.
    ubl, cii: element paths below the nearest group that has one, "|" between alternatives, "-" for no element;
    the notation is explained in formats/binding.py.
    """

    term: str
    name: str
    field: str
    type: str
    cardinality: str
    extension: str
    ubl: str
    cii: str

    @property
    def parent(self) -> str:
        """Return the field path of the term's group; empty for the invoice itself."""
        return self.field.rpartition(".")[0]


@cache
def terms() -> tuple[Term, ...]:
    """Return every term in the order of the standard, then those of the extensions."""
    return tuple(Term(*row) for row in data.rows("terms.tsv"))


@cache
def term_of_field() -> dict[str, Term]:
    """Return the terms by their field path, with "[]"."""
    return {term.field: term for term in terms() if not term.field.endswith("*")}


@cache
def _pointers() -> dict[str, str]:
    """Return the JSON Pointers of the terms that occur once in an invoice, by term."""
    return {term.term: f"/{term.field.replace('.', '/')}" for term in terms() if "[]" not in term.field}


def pointer_of(numbers: Iterable[str]) -> str:
    """Return the JSON Pointer to the first of the terms that occurs once in an invoice; empty if none does."""
    return next((_pointers()[number] for number in numbers if number in _pointers()), "")
