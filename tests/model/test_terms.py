"""The model and the table of terms agree."""

import re
import typing
from collections import Counter
from collections.abc import Iterator

import msgspec
import pytest

from invoicy import model
from invoicy.model.terms import Term, term_of_field, terms
from invoicy.model.types import BG, BT, BinaryObject, Component, Group, Identifier

DATA_TYPES = (Identifier, BinaryObject)
GROUPS = [c for c in vars(model).values() if isinstance(c, type) and issubclass(c, Group) and c is not Group]
# EN 16931-1:2017+A1: BT-1 to BT-165 less BT-4, which the standard does not have; BG-1 to BG-32.
STANDARD_TERMS = {f"BT-{n}" for n in range(1, 166)} - {"BT-4", "BT-166"}
STANDARD_GROUPS = {f"BG-{n}" for n in range(1, 33)}


def marks(cls: type) -> dict[str, BT | BG | Component]:
    hints = typing.get_type_hints(cls, include_extras=True)
    return {name: hints[name].__metadata__[0] for name in msgspec.structs.asdict(cls())}


def inner(hint: object) -> type | None:
    """The group or data type that a field's type is about, None for a plain value."""
    if isinstance(hint, type) and issubclass(hint, Group | Identifier | BinaryObject):
        return hint
    return next((group for part in typing.get_args(hint) if (group := inner(part))), None)


def paths(cls: type, prefix: str = "", seen: tuple[type, ...] = ()) -> Iterator[tuple[str, BT | BG | Component]]:
    """Every field path of the model with its mark, to the first repetition of a recursive group."""
    hints = typing.get_type_hints(cls, include_extras=True)
    for name, mark in marks(cls).items():
        many = str(hints[name]).startswith("typing.Annotated[tuple")
        path = f"{prefix}{name}{'[]' if many else ''}"
        yield path, mark
        below = inner(hints[name])
        if below and below not in seen:
            yield from paths(below, f"{path}.", (*seen, below))


def test_the_table_has_every_term_and_group_of_the_standard() -> None:
    ids = {term.term for term in terms()}
    assert STANDARD_TERMS - ids == set()
    assert STANDARD_GROUPS - ids == set()


def test_no_term_occurs_twice_in_the_table() -> None:
    assert [t for t, n in Counter(term.term for term in terms()).items() if n > 1] == []


@pytest.mark.parametrize("cls", [*GROUPS, *DATA_TYPES], ids=lambda c: c.__name__)
def test_every_field_carries_its_term(cls: type) -> None:
    assert all(isinstance(mark, BT | BG | Component) for mark in marks(cls).values())


def test_no_term_is_carried_by_two_fields() -> None:
    carried = Counter(term for cls in GROUPS for mark in marks(cls).values() for term in getattr(mark, "terms", ()))
    assert [term for term, n in carried.items() if n > 1] == []


def test_every_path_of_the_model_is_the_table_s_path_of_a_term_it_carries() -> None:
    table = term_of_field()
    for path, mark in paths(model.Invoice, seen=(model.Invoice,)):
        if isinstance(mark, Component) or re.search(r"sub_lines\[\]\.", path):
            continue
        assert path in table, path
        assert table[path].term in mark.terms, path


def test_every_term_of_the_table_has_its_field_in_the_model() -> None:
    there = {path for path, _ in paths(model.Invoice, seen=(model.Invoice,))}
    assert [t.term for t in terms() if not t.field.endswith("*") and t.field not in there] == []


def test_what_repeats_in_the_table_repeats_in_the_model() -> None:
    def says_many(term: Term) -> bool:
        return term.cardinality.endswith("n")

    assert [t.term for t in terms() if says_many(t) != t.field.endswith("[]") and not t.field.endswith("*")] == []


def test_an_invoice_cannot_be_changed() -> None:
    invoice = model.Invoice(number="1")
    with pytest.raises(AttributeError):
        invoice.number = "2"  # type: ignore[misc]


def test_every_term_is_optional() -> None:
    assert all(cls() == msgspec.convert({}, cls) for cls in GROUPS)
