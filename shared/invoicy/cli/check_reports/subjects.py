"""The subject of a finding: the value, group and numbers that it is about."""

from functools import cache
from typing import Any

from invoicy.model.terms import pointer_of, terms
from invoicy.readings.reading import Finding

_NUMBERS = frozenset({"amount", "price", "quantity", "percentage"})


@cache
def field_of(number: str) -> str:
    return next((term.field for term in terms() if term.term == number), "")


@cache
def group_of(number: str) -> str:
    """Return the field of the required group of a term; "" for a term outside of required groups."""
    field = field_of(number).partition(".")[0]
    is_required = any(term.field == field and term.cardinality.startswith("1") for term in terms())
    return field.removesuffix("[]") if is_required else ""


def group_and_position(finding: Finding) -> tuple[str, str]:
    """Return the first two steps of the path, such as ("lines", "0"); "" for a missing step."""
    _, group, position, *_ = (*finding.path.split("/"), "", "", "")
    return group, position


def is_sum(finding: Finding) -> bool:
    """Test whether the finding compares a number with other numbers."""
    numbers = [_types().get(number) in _NUMBERS for number in finding.terms]
    return sum(numbers) > 1 and numbers[0]


@cache
def _types() -> dict[str, str]:
    return {term.term: term.type for term in terms()}


def subject_of(finding: Finding) -> str:
    """Return the JSON Pointer of the value that the finding is about."""
    return finding.path or pointer_of(finding.terms)


def has_value(plain: Any, pointer: str) -> bool:
    for step in pointer.split("/")[1:]:
        if isinstance(plain, list):
            plain = plain[int(step)] if step.isdecimal() and int(step) < len(plain) else None
        else:
            plain = plain.get(step) if isinstance(plain, dict) else None
    return plain not in (None, [], {})
