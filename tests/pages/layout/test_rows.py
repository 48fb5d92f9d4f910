"""Words that are printed apart and belong together."""

from tests.pages.typeset import typeset


def test_letters_set_apart_are_one_word() -> None:
    page = typeset(*((50 + 12 * index, 50, letter) for index, letter in enumerate("STUDIO")))
    assert [segment.text for segment in page.segments] == ["STUDIO"]
