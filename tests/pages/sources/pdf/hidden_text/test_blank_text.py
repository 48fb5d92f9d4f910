"""A word is blank if its text object has no ink; the spaces between words are blank, too."""

from pypdfium2 import raw

from invoicy.pages.sources.pdf.hidden_text.blank_text import are_words_blank, has_area
from tests.pages.pdfs import HEIGHT, WIDTH, blank, loaded

WORD = (60 / WIDTH, 390 / HEIGHT, 100 / WIDTH, 400 / HEIGHT)


def is_blank(left: float, right: float, top: float = 395) -> bool:
    """True if a flat object from left to right makes the word blank; in points."""
    with loaded(blank) as page:
        return are_words_blank(raw, page, [WORD], [(left, HEIGHT - top, right, HEIGHT - top)])


def test_an_object_without_ink_along_a_word_makes_it_blank() -> None:
    assert is_blank(60, 100)


def test_a_space_beside_a_word_does_not() -> None:
    assert not is_blank(98, 105)


def test_an_object_in_another_line_does_not() -> None:
    assert not is_blank(60, 100, top=380)


def test_without_such_objects_no_word_is_blank() -> None:
    with loaded(blank) as page:
        assert not are_words_blank(raw, page, [WORD], [])


def test_a_flat_box_has_no_area() -> None:
    assert has_area((0, 0, 1, 1))
    assert not has_area((0, 0, 1, 0))
