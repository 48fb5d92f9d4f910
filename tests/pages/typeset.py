"""Pages of words made by hand, without a PDF: lines of text at places."""

from invoicy.pages.candidates import Scene, scene_of
from invoicy.pages.words import PageText, Word

WIDTH, HEIGHT, SIZE = 595.0, 842.0, 10.0
_LETTER, _SPACE = 5.0, 2.8


def words_at(x: float, y: float, text: str, size: float = SIZE) -> list[Word]:
    """The words of a line; two spaces make a wide gap."""
    words, left = [], x
    for part in text.split(" "):
        width = _LETTER * size / SIZE * len(part)
        if part:
            words.append(Word(part, left, y, left + width, y + size, y + size))
        left += width + _SPACE * size / SIZE
    return words


def page(*lines: tuple[float, float, str], number: int = 1) -> PageText:
    """lines: left, top, text."""
    words = tuple(word for x, y, text in lines for word in words_at(x, y, text))
    return PageText(number, WIDTH, HEIGHT, words)


def scene(*lines: tuple[float, float, str]) -> Scene:
    return scene_of((page(*lines),))
