"""Names on the pages."""

from invoicy.pages.fields.parties.candidates import NameCandidates
from tests.pages.typeset import typeset

PAGES = typeset(
    (50, 50, "Alpha Ltd"),
    (50, 63, "mail@alpha.example"),
    (50, 76, "someone@gmail.com"),
    (50, 300, "ALPHA LTD"),
    (300, 700, "Sparkasse Köln"),
    (300, 713, "IBAN: DE89 3704 0044 0532 0130 00"),
)


def test_a_name_is_one_candidate_with_all_its_places() -> None:
    candidates = NameCandidates(PAGES)
    segments = list(PAGES.segments)
    first, again = candidates.add("Alpha Ltd", segments[0]), candidates.add("ALPHA LTD", segments[3])
    assert first is again
    assert [place[0].text for place in first.places] == ["Alpha Ltd", "ALPHA LTD"]
    assert first.segment is segments[0]


def test_lines_with_a_name_are_counted() -> None:
    assert NameCandidates(PAGES).count_lines("alphaltd") == 2
    assert NameCandidates(PAGES).count_lines("missing") == 1


def test_public_mail_hosts_are_left_out() -> None:
    assert [domain for domain, _ in NameCandidates(PAGES).domains] == ["alpha"]


def test_a_bank_has_an_account_under_its_name() -> None:
    candidates = NameCandidates(PAGES)
    segments = {segment.text: segment for segment in PAGES.segments}
    assert candidates.is_bank(segments["Sparkasse Köln"])
    assert not candidates.is_bank(segments["Alpha Ltd"])
