"""Text folded into lines: at blanks, at the slashes of a path, and elsewhere only if it has neither."""

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

_PIECE = re.compile(r"[^ /]*(?:/+|\s+|$)")


def folded(text: Text, width: int, hang: int = 0) -> Iterator[Text]:
    """Yield lines of at most width cells. Blanks at the ends of lines are removed.

    hang: number of cells by which the second and later lines are narrower.
    """
    line_start = end = 0
    room = width
    for start, stop in _pieces(text.plain, max(width - hang, 1)):
        if line_start < start and cell_len(text.plain[line_start:stop].rstrip()) > room:
            yield _line(text, line_start, start)
            line_start = start
            room = width - hang
        end = stop
    yield _line(text, line_start, end)


def _line(text: Text, start: int, stop: int) -> Text:
    line = text[start:stop]
    line.rstrip()
    return line


def _pieces(plain: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each word or step of a path. A piece wider than a line is cut."""
    for match in _PIECE.finditer(plain):
        start = match.start()
        for position in range(match.start(), match.end()):
            if cell_len(plain[start : position + 1].rstrip()) > width:
                yield start, position
                start = position
        if start < match.end():
            yield start, match.end()
