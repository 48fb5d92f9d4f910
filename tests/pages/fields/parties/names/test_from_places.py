"""Names that their place shows to be a party."""

from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import NameEvidence
from invoicy.pages.fields.parties.names.from_places import add_names_from_places, is_address, sender_in
from tests.pages.typeset import typeset


def names(*lines: tuple[float, float, str]) -> dict[str, set[str]]:
    candidates = NameCandidates(typeset(*lines))
    add_names_from_places(candidates)
    return {candidate.name: set(candidate.evidence) for candidate in candidates.by_name.values()}


def test_the_return_address_names_sender_and_recipient() -> None:
    noted = names((50, 120, "Muster GmbH · Weg 1 · 50667 Köln"), (50, 134, "Petra Klein"), (50, 147, "Am Markt 3"))
    assert NameEvidence.RETURN_ADDRESS in noted["Muster GmbH"]
    assert NameEvidence.UNDER_RETURN_ADDRESS in noted["Petra Klein"]


def test_a_line_in_the_footer_names_the_seller() -> None:
    noted = names((50, 800, "Studio Bianchi · Via Roma 2 · 00184 Roma"))
    assert NameEvidence.FOOTER_ADDRESS in noted["Studio Bianchi"]


def test_an_honorific_names_the_recipient() -> None:
    assert NameEvidence.HONORIFIC in names((50, 150, "Frau"), (50, 163, "Petra Klein"))["Petra Klein"]
    assert NameEvidence.HONORIFIC in names((50, 150, "株式会社アルファ 御中"))["株式会社アルファ"]


def test_the_neighbour_of_an_address_is_the_other_party() -> None:
    address = ((50.0, 150.0, "Alpha Ltd"), (50.0, 163.0, "Weg 1"), (50.0, 176.0, "50667 Köln"))
    noted = names(*address, (350, 150, "Petra Klein"), (350, 163, "Freelance designer"))
    assert NameEvidence.NEIGHBOUR in noted["Petra Klein"]


def test_a_line_without_a_town_is_not_a_return_address() -> None:
    pages = typeset((50, 120, "Muster GmbH · Weg 1 · Telefon 123"), (50, 300, "Muster GmbH"))
    assert sender_in(NameCandidates(pages), next(pages.segments)) == ""


def test_a_block_with_a_post_code_is_an_address() -> None:
    candidates = NameCandidates(typeset((50, 150, "Alpha Ltd"), (50, 163, "50667 Köln"), (50, 400, "Thank you")))
    assert [is_address(block) for block in candidates.blocks] == [True, False]
