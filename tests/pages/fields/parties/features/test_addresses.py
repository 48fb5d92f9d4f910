"""Evidence from the address under a name."""

from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import LayoutEvidence, NameEvidence
from invoicy.pages.fields.parties.features.addresses import AddressFeatures
from tests.pages.typeset import typeset

LEFT = ((50.0, 150.0, "Alpha Ltd"), (50.0, 163.0, "Weg 1"), (50.0, 176.0, "50667 Köln"))
RIGHT = ((350.0, 150.0, "Beta GmbH"), (350.0, 163.0, "Am Markt 3"), (350.0, 176.0, "80331 München"))


def evidence(name: str, *lines: tuple[float, float, str], sender: bool = False) -> set[LayoutEvidence]:
    pages = typeset(*lines)
    candidates = NameCandidates(pages)
    segment = next(segment for segment in pages.segments if segment.text == name)
    if sender:
        candidates.add(name, segment).note(NameEvidence.RETURN_ADDRESS)
    block = candidates.block_of(segment)
    return set(AddressFeatures(candidates).of_address(block, segment)) if block else set()


def test_the_only_address_is_noted() -> None:
    kinds = evidence("Alpha Ltd", *LEFT)
    assert {LayoutEvidence.ADDRESS_IN_WINDOW, LayoutEvidence.ADDRESS_1, LayoutEvidence.ONLY_ADDRESS} <= kinds


def test_two_addresses_side_by_side_are_separated() -> None:
    assert LayoutEvidence.LEFT_ADDRESS in evidence("Alpha Ltd", *LEFT, *RIGHT)
    assert LayoutEvidence.RIGHT_ADDRESS in evidence("Beta GmbH", *LEFT, *RIGHT)


def test_one_of_two_addresses_may_have_the_ids_of_a_company() -> None:
    lines = (*LEFT, (50.0, 189.0, "VAT No: GB980780684"), *RIGHT)
    assert LayoutEvidence.ALONE_WITH_AN_ID in evidence("Alpha Ltd", *lines)
    assert LayoutEvidence.ALONE_WITH_AN_ID not in evidence("Beta GmbH", *lines)


def test_a_return_address_elsewhere_makes_the_window_the_buyers() -> None:
    assert LayoutEvidence.ADDRESS_UNDER_A_SENDER_ELSEWHERE in evidence("Alpha Ltd", *LEFT, sender=True)
    assert LayoutEvidence.ADDRESS_UNDER_A_SENDER_ELSEWHERE not in evidence("Alpha Ltd", *LEFT)
