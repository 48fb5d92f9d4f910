"""The languages of a document decide what its labels mean."""

from types import MappingProxyType

from invoicy.pages.annotated.meanings import fields_of, language_shares, meaning_weights
from invoicy.pages.annotated.phrase_matching import PhraseMatch, matches_in
from invoicy.pages.layout.rows import layout_of
from tests.pages.typeset import page

GERMAN: MappingProxyType[str, float] = MappingProxyType({"de": 1.0})
ENGLISH: MappingProxyType[str, float] = MappingProxyType({"en": 1.0})


def matches(*lines: str) -> list[PhraseMatch]:
    layout = layout_of(page(*((50.0, 50.0 + 30 * row, line) for row, line in enumerate(lines))))
    return [match for segment in layout.segments for match in matches_in(segment)]


def test_the_main_language_has_the_share_1() -> None:
    shares = language_shares(matches("Rechnungsdatum", "Rechnungsnummer", "Zahlbar bis", "Invoice date"))
    assert next(iter(shares)) == "de"
    assert shares["de"] == 1.0
    assert 0 < shares["en"] < 1


def test_a_page_without_labels_has_no_language() -> None:
    assert language_shares([]) == {}


def test_a_repeated_label_counts_once() -> None:
    once = language_shares(matches("Rechnungsdatum", "Invoice date"))
    twice = language_shares(matches("Rechnungsdatum", "Invoice date", "Invoice date"))
    assert once == twice


def test_a_meaning_in_another_language_counts_less() -> None:
    own, other = fields_of(("rechnungsdatum",), GERMAN), fields_of(("rechnungsdatum",), ENGLISH)
    assert other["issue_date"] == own["issue_date"] * meaning_weights().other_language


def test_a_label_and_its_translation_have_only_the_meanings_that_they_share() -> None:
    alone = fields_of(("date",), ENGLISH)
    shared = fields_of(("date", "rechnungsdatum"), ENGLISH)
    assert shared.keys() == alone.keys() & fields_of(("rechnungsdatum",), ENGLISH).keys()


def test_a_label_and_a_translation_that_disagree_are_doubted() -> None:
    fields = fields_of(("invoicenumber", "rechnungsdatum"), ENGLISH)
    certain = fields_of(("invoicenumber",), ENGLISH)["number"]
    assert fields["number"] == certain * meaning_weights().translations_disagree
    assert "issue_date" in fields
