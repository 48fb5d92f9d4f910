"""The business terms of EN 16931-1 and its extensions, with their place in each XML syntax, from data/terms.tsv."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from invoicy import data


class Term(NamedTuple):
    """One business term (BT) or group (BG).

    term: its id; BT-UBL-n for what a syntax demands and the standard has no term for.
    field: dotted path in the model, "[]" after what repeats, "*" for a group whose terms stand in their parent.
    type: semantic data type; "group" for a BG, a field path for a group of the same shape as that one.
    extension: empty for EN 16931 itself.
    ubl, cii: element paths below the nearest group that has one, "|" between alternatives, "-" where there is none;
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
        """Field path of the group that holds this term; empty for the invoice itself."""
        return self.field.rpartition(".")[0]


@cache
def terms() -> tuple[Term, ...]:
    """Every term, in the order of the standard, then the extensions."""
    return tuple(Term(*row) for row in data.rows("terms.tsv"))


@cache
def term_of_field() -> dict[str, Term]:
    """Model field path (with "[]") to its term."""
    return {term.field: term for term in terms() if not term.field.endswith("*")}


@cache
def _pointers() -> dict[str, str]:
    """JSON Pointer of each term that occurs once in an invoice."""
    return {term.term: f"/{term.field.replace('.', '/')}" for term in terms() if "[]" not in term.field}


def pointer_of(numbers: Iterable[str]) -> str:
    """JSON Pointer to the first of the terms that occurs once in an invoice; empty where none does."""
    return next((_pointers()[number] for number in numbers if number in _pointers()), "")
