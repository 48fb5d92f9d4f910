"""Evidence from the letters and digits of a reference."""

import pytest

from invoicy.pages.fields.references.evidence import ReferenceEvidence as Kind
from invoicy.pages.fields.references.look_evidence import look_evidence
from invoicy.pages.parsers.references import Form


def looks(value: str, *, goes_on: bool = False) -> set[str]:
    return set(look_evidence(Form(value, 0, len(value), len(value.split()), goes_on)))


@pytest.mark.parametrize(
    ("value", "kinds"),
    [
        ("2020", {Kind.A_YEAR, Kind.DIGITS_ALONE}),
        ("RE 2020", {Kind.A_WORD_AND_A_YEAR, Kind.SEVERAL_WORDS, Kind.LETTERS_AND_DIGITS}),
        ("RE-2020-17", {Kind.YEAR_IN_IT, Kind.STROKES, Kind.LETTERS_AND_DIGITS}),
        ("7", {Kind.ONE_DIGIT, Kind.DIGITS_ALONE}),
        ("17", {Kind.TWO_DIGITS}),
        ("417", {Kind.THREE_DIGITS}),
        ("RE-XXXX", {Kind.NO_DIGITS}),
        ("4006381333931", {Kind.MANY_DIGITS}),
        ("4407 1186 02", {Kind.GROUPS_OF_DIGITS, Kind.SEVERAL_WORDS}),
        ("ABCDEF1", {Kind.MOSTLY_LETTERS}),
        ("re17", {Kind.SMALL_LETTERS}),
        ("TX 78701", {Kind.A_POST_CODE}),
        ("SO-4711", {Kind.SELLERS_ORDER}),
        ("25/PO/0417", {Kind.NAMES_AN_ORDER}),
        ("+49 30 123456", set()),
        ("+49 30 12345", {Kind.LIKE_A_TELEPHONE}),
        ("12:30", {Kind.A_TIME}),
        ("1.234", {Kind.POINT_OR_COMMA}),
    ],
)
def test_looks_are_evidence(value: str, kinds: set[Kind]) -> None:
    assert looks(value) >= kinds


def test_a_value_that_may_go_on_is_noted() -> None:
    assert Kind.GOES_ON in looks("4407", goes_on=True)
    assert Kind.GOES_ON not in looks("4407")


def test_a_plain_number_has_no_other_looks() -> None:
    assert looks("471108") == {Kind.DIGITS_ALONE}
