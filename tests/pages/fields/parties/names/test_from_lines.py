"""Names in the lines of the first page."""

import pytest

from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import NameEvidence
from invoicy.pages.fields.parties.names.from_lines import add_names_from_lines
from tests.pages.typeset import typeset


def names(*texts: str) -> dict[str, set[str]]:
    candidates = NameCandidates(typeset(*((50.0, 50.0 + 12 * index, text) for index, text in enumerate(texts))))
    add_names_from_lines(candidates)
    return {candidate.name: set(candidate.evidence) for candidate in candidates.by_name.values()}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mr. John Smith", "John Smith", NameEvidence.WITH_A_SALUTATION),
        ("Venue: Orchards Ltd", "Orchards Ltd", NameEvidence.BEHIND_A_COLON),
        ("Venue: Orchards Ltd", "Venue: Orchards Ltd", NameEvidence.WITH_A_COLON),
    ],
)
def test_the_line_of_a_name_is_evidence(text: str, name: str, kind: NameEvidence) -> None:
    assert kind in names(text)[name]


def test_a_company_in_a_divided_line_is_a_name() -> None:
    assert "Alpha Ltd" in names("Tel. 0221 4711 · Alpha Ltd · www.alpha.example")


@pytest.mark.parametrize(
    ("upper", "lower", "name"),
    [
        ("Müller, Maier und", "Schulze GmbH", "Müller, Maier und Schulze GmbH"),
        ("Musterwerke Handels-", "gesellschaft GmbH", "Musterwerke Handels-gesellschaft GmbH"),
        ("Oriplum Budownictwo", "Sp. z o.o.", "Oriplum Budownictwo Sp. z o.o."),
    ],
)
def test_a_name_goes_on_in_the_next_line(upper: str, lower: str, name: str) -> None:
    broken = [name for name, kinds in names(upper, lower).items() if NameEvidence.BROKEN in kinds]
    assert broken == [name]


def test_two_names_are_not_joined() -> None:
    assert not any(NameEvidence.BROKEN in kinds for kinds in names("Alpha Ltd", "Petra Klein").values())
