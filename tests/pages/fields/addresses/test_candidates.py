"""Pieces of lines that may be an address."""

from invoicy.pages.fields.addresses.candidates import address_candidates
from invoicy.pages.fields.parties.choice import parties_of
from tests.pages.typeset import typeset


def pieces(*lines: tuple[float, float, str], other: str = "") -> list[list[str]]:
    pages = typeset(*lines)
    parties = parties_of(pages)
    assert parties.seller is not None
    candidates = address_candidates(pages, parties.seller, parties.seller_block, other)
    return [[piece.text for piece in candidate] for candidate in candidates]


HEAD = ((50.0, 50.0, "Seller"), (50.0, 63.0, "Alpha Ltd"))


def test_the_lines_under_a_name_are_candidates() -> None:
    assert ["1 High Street", "Leeds LS1 4DY"] in pieces(*HEAD, (50, 76, "1 High Street"), (50, 89, "Leeds LS1 4DY"))


def test_marks_and_wide_gaps_cut_a_line() -> None:
    assert ["1 High Street", "Leeds LS1 4DY"] in pieces(*HEAD, (50, 76, "1 High Street · Leeds LS1 4DY"))


def test_telephone_and_mail_are_left_out() -> None:
    texts = pieces(*HEAD, (50, 76, "+44 113 496 0000"), (50, 89, "mail@alpha.example"), (50, 102, "1 High Street"))
    assert ["1 High Street"] in texts


def test_the_other_party_ends_an_address() -> None:
    lines = (*HEAD, (50.0, 76.0, "1 High Street"), (50.0, 89.0, "Beta Ltd"), (50.0, 102.0, "Leeds LS1 4DY"))
    assert max(pieces(*lines, other="Beta Ltd"), key=len) == ["1 High Street"]


def test_a_gap_between_lines_ends_an_address() -> None:
    lines = (*HEAD, (50.0, 76.0, "1 High Street"), (50.0, 200.0, "Thank you for your order"))
    assert all("Thank you for your order" not in texts for texts in pieces(*lines))
