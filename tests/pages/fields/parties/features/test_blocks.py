"""Evidence from the block of lines around a name."""

from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import LayoutEvidence
from invoicy.pages.fields.parties.features.blocks import BlockFeatures
from tests.pages.typeset import typeset


def evidence(name: str, *lines: tuple[float, float, str]) -> set[LayoutEvidence]:
    pages = typeset(*lines)
    candidates = NameCandidates(pages)
    segment = next(segment for segment in pages.segments if segment.text == name)
    block = candidates.block_of(segment)
    return set(BlockFeatures(candidates).of_block(block, (segment,))) if block else set()


ADDRESS = ((50.0, 50.0, "Alpha Ltd"), (50.0, 63.0, "Weg 1"), (50.0, 76.0, "50667 Köln"))


def test_an_address_under_a_name_is_evidence() -> None:
    kinds = evidence("Alpha Ltd", *ADDRESS)
    assert {LayoutEvidence.BLOCK_TOP, LayoutEvidence.STREET_UNDER_IT, LayoutEvidence.TOWN_UNDER_IT} <= kinds


def test_a_line_below_the_top_is_noted_by_its_number() -> None:
    lines = ((50.0, 50.0, "Alpha Ltd"), (50.0, 63.0, "Petra Klein"), (50.0, 76.0, "Department Nord"))
    assert LayoutEvidence.LINE_2_OF_ITS_BLOCK in evidence("Petra Klein", *lines)
    assert LayoutEvidence.LINE_3_OF_ITS_BLOCK in evidence("Department Nord", *lines)


def test_contact_and_ids_under_a_name_are_evidence() -> None:
    kinds = evidence("Alpha Ltd", *ADDRESS, (50, 89, "mail@alpha.example"), (50, 102, "VAT No: GB980780684"))
    assert {LayoutEvidence.CONTACT_UNDER_IT, LayoutEvidence.VAT_ID_UNDER_IT} <= kinds


def test_lines_that_end_together_are_right_aligned() -> None:
    lines = ((400.0, 50.0, "Alpha Ltd"), (420.0, 63.0, "Weg 1"), (395.0, 76.0, "50667 Köln"))
    assert LayoutEvidence.RIGHT_ALIGNED in evidence("Alpha Ltd", *_right(447.0, *lines))
    assert LayoutEvidence.RIGHT_ALIGNED not in evidence("Alpha Ltd", *ADDRESS)


def test_a_heading_over_a_name_is_evidence_for_it() -> None:
    lines = ((50.0, 50.0, "CUSTOMER DATA"), (50.0, 63.0, "Alpha Ltd"), (50.0, 76.0, "Weg 1"))
    assert LayoutEvidence.UNDER_A_HEADING in evidence("Alpha Ltd", *lines)
    assert LayoutEvidence.LIKE_A_HEADING in evidence("CUSTOMER DATA", *lines)


def _right(edge: float, *lines: tuple[float, float, str]) -> list[tuple[float, float, str]]:
    """Return the lines moved so that they end at an edge."""
    ends = ((next(typeset((0, top, text)).segments).x1, top, text) for _, top, text in lines)
    return [(edge - width, top, text) for width, top, text in ends]
