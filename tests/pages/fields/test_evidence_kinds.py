"""Kinds of evidence: the code, the fitted weights and the beliefs of the fit have the same ones."""

import re
import tomllib
from enum import StrEnum
from pathlib import Path

import pytest
from msgspec import Struct

import invoicy.pages.fields
from invoicy.pages.fields.dates import evidence as dates
from invoicy.pages.fields.parties import evidence as parties
from invoicy.pages.fields.place_evidence import PlaceEvidence, Zone
from invoicy.pages.fields.references import evidence as references
from invoicy.pages.scoring.chances import fitted

FIELDS = Path(invoicy.pages.fields.__path__[0])
BELIEFS = Path(__file__).parents[3] / "bench" / "fit"


class FieldKinds(Struct, frozen=True):
    """The kinds of evidence of a field, and its enums."""

    name: str
    kinds: frozenset[str]
    enums: tuple[type[StrEnum], ...]


FIELD_KINDS = (
    FieldKinds("dates", dates.kinds(), (dates.DateEvidence, dates.DateLabel, dates.DateLabelManner)),
    FieldKinds("references", references.kinds(), (references.ReferenceEvidence, references.ReferenceLabelManner)),
    FieldKinds(
        "parties",
        parties.kinds(),
        (parties.NameEvidence, parties.LayoutEvidence, parties.PartyLabelPlace, parties.OtherForm),
    ),
)
BY_ZONE = {f"{zone} {side}" for zone in Zone for side in ("left", "right")} | {f"address in {zone}" for zone in Zone}
"""Kinds that the code looks up by the zone of a line, not by their name."""
every_field = pytest.mark.parametrize("field", FIELD_KINDS, ids=[field.name for field in FIELD_KINDS])


@every_field
def test_every_kind_has_a_weight_and_every_weight_a_kind(field: FieldKinds) -> None:
    for term, weights in fitted(field.name).items():
        assert weights.keys() == field.kinds, term


@every_field
def test_beliefs_of_the_fit_are_about_kinds_that_exist(field: FieldKinds) -> None:
    beliefs = tomllib.loads((BELIEFS / f"{field.name}_beliefs.toml").read_text(encoding="utf-8"))
    assert beliefs.keys() == fitted(field.name).keys()
    for term, weights in beliefs.items():
        assert weights.keys() <= field.kinds, term


@every_field
def test_the_code_notes_every_kind(field: FieldKinds) -> None:
    modules = [path for path in (FIELDS / field.name).rglob("*.py") if path.name != "evidence.py"]
    source = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    members = [member for enum in field.enums for member in enum if member.value not in BY_ZONE]
    assert not [str(member) for member in members if not _is_named(member, source)]


def test_places_of_dates_and_references_are_the_same_kinds() -> None:
    assert dates.kinds() & references.kinds() >= {*PlaceEvidence}


def test_a_kind_names_one_thing_only() -> None:
    for field in FIELD_KINDS:
        values = [member.value for enum in field.enums for member in enum]
        assert len(set(values)) == len(values)


def _is_named(member: StrEnum, source: str) -> bool:
    return re.search(rf"\b{type(member).__name__}\.{member.name}\b", source) is not None
