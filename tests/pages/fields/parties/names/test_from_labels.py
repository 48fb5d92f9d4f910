"""Names that labels name."""

import pytest

from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import NameEvidence, PartyLabelPlace, label_kind
from invoicy.pages.fields.parties.names.from_labels import add_names_from_labels
from tests.pages.typeset import typeset


def names(*lines: tuple[float, float, str]) -> dict[str, set[str]]:
    candidates = NameCandidates(typeset(*lines))
    add_names_from_labels(candidates)
    return {candidate.name: set(candidate.evidence) for candidate in candidates.by_name.values()}


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (((50.0, 50.0, "Bill to: Beta GmbH"),), PartyLabelPlace.BEFORE_IT),
        (((50.0, 50.0, "Bill to:"), (150.0, 50.0, "Beta GmbH")), PartyLabelPlace.BESIDE_IT),
        (((50.0, 50.0, "Bill to:"), (50.0, 63.0, "Beta GmbH")), PartyLabelPlace.OVER_IT),
    ],
)
def test_the_place_of_a_label_is_evidence(lines: tuple[tuple[float, float, str], ...], place: PartyLabelPlace) -> None:
    assert {label_kind("buyer", place), label_kind("buyer", PartyLabelPlace.HIGH)} <= names(*lines)["Beta GmbH"]


def test_a_label_low_on_the_page_is_another_kind() -> None:
    kinds = names((50, 700, "Bill to:"), (50, 713, "Beta GmbH"))["Beta GmbH"]
    assert label_kind("buyer", PartyLabelPlace.LOW) in kinds
    assert label_kind("buyer", PartyLabelPlace.HIGH) not in kinds


def test_a_person_to_the_attention_of_is_a_kind_of_its_own() -> None:
    assert names((50, 50, "À l'attention de: Petra Klein")) == {"Petra Klein": {NameEvidence.ATTENTION}}


def test_a_page_without_labels_names_no_party() -> None:
    assert names((50, 50, "Alpha Ltd"), (50, 63, "Weg 1")) == {}
