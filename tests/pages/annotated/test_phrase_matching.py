"""The longest phrases of the lexicon are found in a line, from left to right."""

from invoicy.pages.annotated.phrase_matching import matches_in
from invoicy.pages.layout.rows import Segment, layout_of
from tests.pages.typeset import page


def segment_of(line: str) -> Segment:
    (segment,) = layout_of(page((50, 50, line))).segments
    return segment


def matched(line: str, *, split_at_separators: bool = False) -> list[str]:
    matches = matches_in(segment_of(line), split_at_separators=split_at_separators)
    return [" ".join(word.text for word in match.segment.words[match.start : match.end]) for match in matches]


def test_the_longest_phrase_wins() -> None:
    assert matched("Invoice number KT-2081") == ["Invoice number"]


def test_a_line_may_have_several_labels() -> None:
    assert matched("Invoice date 1 May Due date 1 June") == ["Invoice date", "Due date"]


def test_case_accents_and_marks_do_not_matter() -> None:
    (match,) = matches_in(segment_of("NUMÉRO DE FACTURE :"))
    assert match.keys == ("numerodefacture",)


def test_a_compound_word_is_the_label_in_which_it_ends() -> None:
    (match,) = matches_in(segment_of("Mietrechnung"))
    assert match.keys == ("rechnung",)


def test_a_word_for_calculation_is_not_an_invoice() -> None:
    assert matched("Berechnung") == []


def test_a_phrase_does_not_contain_a_separator_if_split_there() -> None:
    assert all("/" not in text for text in matched("Rechnung / Invoice", split_at_separators=True))
    assert len(matched("Rechnung / Invoice", split_at_separators=True)) == 2


def test_other_text_has_no_labels() -> None:
    assert matched("Kestrel Timber 4711") == []
