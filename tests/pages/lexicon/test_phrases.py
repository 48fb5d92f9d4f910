"""The meanings of phrases in all languages."""

import pytest

from invoicy import data
from invoicy.pages.lexicon.phrases import lexicon


@pytest.mark.parametrize(
    ("phrase", "language", "field"),
    [
        ("invoiceno", "en", "number"),
        ("rechnungsdatum", "de", "issue_date"),
        ("montanttva", "fr", "tax"),
        ("fakturanummer", "sv", "number"),
    ],
)
def test_a_phrase_names_a_field_in_its_language(phrase: str, language: str, field: str) -> None:
    assert (language, field) in {(spoken, named) for spoken, named, _ in lexicon().phrases[phrase]}


def test_every_language_has_phrases() -> None:
    spoken = {language for meanings in lexicon().phrases.values() for language, _, _ in meanings}
    assert spoken == {name.removesuffix(".tsv") for name in data.names("labels")}


@pytest.mark.parametrize("row", data.rows("label_priorities.tsv"), ids=lambda row: "-".join(row[:2]))
def test_a_weaker_meaning_of_a_language_goes(row: list[str]) -> None:
    stronger, weaker, _ = row
    for meanings in lexicon().phrases.values():
        best = {language: weight for language, field, weight in meanings if field == stronger}
        assert all(best.get(language, 0) < weight for language, field, weight in meanings if field == weaker)


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("mietrechnung", "rechnung"),
        ("abrechnung", ""),
        ("verrechnung", ""),
        ("brett", ""),
        ("verkoopfactuurnummer", "factuurnummer"),
    ],
)
def test_a_compound_word_ends_in_a_label(word: str, label: str) -> None:
    assert lexicon().label_at_end_of(word) == label


@pytest.mark.parametrize(("text", "may_begin"), [("in", True), ("invoicenumber", True), ("qqq", False)])
def test_most_other_words_cannot_begin_a_phrase(text: str, may_begin: bool) -> None:
    assert lexicon().may_begin(text) is may_begin
