"""The characters of a page come with their boxes; spaces of any kind are None."""

import pytest
from pypdfium2 import raw

from invoicy.pages.sources.pdf.characters import characters_of
from invoicy.pages.sources.pdf.coordinates import matrix_of
from invoicy.pages.sources.pdf.runs import Char
from tests.pages.pdfs import Drawing, blank, loaded, text


def characters(drawing: Drawing) -> list[Char | None]:
    with loaded(drawing) as page:
        textpage = page.get_textpage()
        return list(characters_of(raw, textpage.raw, matrix_of(raw, page, page.get_size())))


def test_letters_have_boxes_from_the_top_left_of_the_page() -> None:
    (letter,) = characters(text([(60.0, 80.0, "T")]))
    assert letter is not None
    character, x0, top, x1, bottom, index = letter
    assert (character, index) == ("T", 0)
    assert 59 < x0 < x1 < 68
    assert 68 < top < 80 < bottom < 85


@pytest.mark.parametrize("space", [" ", "\xa0"], ids=["space", "no-break space"])
def test_a_space_is_none(space: str) -> None:
    letters = [char and char[0] for char in characters(text([(60.0, 80.0, f"a{space}b")]))]
    assert letters == ["a", None, "b"]


def test_a_page_without_text_has_no_characters() -> None:
    assert characters(blank) == []
