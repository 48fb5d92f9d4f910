"""Letters printed apart from each other make words again."""

from invoicy.pages.layout.spaced_letters import join_spaced_letters
from invoicy.pages.sources.page import Word
from tests.pages.typeset import typeset


def spaced(*letters: str, gap: float = 7.0) -> list[Word]:
    """Letters 5 points wide, an empty one for a space."""
    places = [(50 + (5 + gap) * index, letter) for index, letter in enumerate(letters) if letter]
    return [Word(letter, x, 50, x + 5, 60) for x, letter in places]


def joined(words: list[Word]) -> list[str]:
    return [word.text for word in join_spaced_letters(words)]


def test_letters_set_apart_are_one_word() -> None:
    assert joined(spaced(*"STUDIO")) == ["STUDIO"]


def test_the_word_covers_all_its_letters() -> None:
    letters = spaced(*"STUDIO")
    (word,) = join_spaced_letters(letters)
    assert (word.x0, word.x1) == (letters[0].x0, letters[-1].x1)


def test_a_gap_much_wider_than_the_others_separates_words() -> None:
    assert joined(spaced(*"TAX", "", *"INVOICE")) == ["TAX", "INVOICE"]


def test_three_letters_stay_apart_because_they_may_be_initials() -> None:
    assert joined(spaced(*"ABC")) == ["A", "B", "C"]


def test_words_beside_the_letters_stay_as_they_are() -> None:
    assert joined([*spaced(*"TOTAL"), Word("EUR", 200, 50, 215, 60)]) == ["TOTAL", "EUR"]


def test_a_page_joins_the_letters_of_a_row() -> None:
    page = typeset(*((50 + 12 * index, 50, letter) for index, letter in enumerate("STUDIO")))
    assert [segment.text for segment in page.segments] == ["STUDIO"]
