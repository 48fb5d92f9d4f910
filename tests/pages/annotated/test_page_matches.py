"""The phrases of one page, as they are joined with those of other pages."""

from invoicy.pages.annotated.page_matches import PageMatches
from invoicy.pages.layout.rows import layout_of
from tests.pages.typeset import page


def _keys(matches: PageMatches, *, bilingual: bool) -> list[tuple[str, ...]]:
    return [match.keys for each in matches.joined(bilingual=bilingual).values() for match in each]


def test_every_segment_has_its_phrases() -> None:
    matches = PageMatches(layout_of(page((50, 50, "Invoice date: 3 May"), (50, 80, "Thank you"))))
    assert _keys(matches, bilingual=False) == [("invoicedate",)]
    assert len(matches.joined(bilingual=False)) == 2


def test_translations_are_counted_for_the_whole_document() -> None:
    matches = PageMatches(layout_of(page((50, 50, "Datum / Date"), (50, 80, "Kunde / Customer"))))
    assert matches.translation_count == 2
    assert ("datum", "date") in _keys(matches, bilingual=True)


def test_a_second_set_of_pages_gets_the_same_matches() -> None:
    matches = PageMatches(layout_of(page((50, 50, "Invoice date: 3 May"))))
    assert matches.joined(bilingual=False) is matches.joined(bilingual=False)
