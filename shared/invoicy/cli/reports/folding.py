"""Lines of a width: broken at blanks, a path at its slashes, and anywhere only where neither is there."""

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

_PIECE = re.compile(r"[^ /]*(?:/+|\s+|$)")


def folded(text: Text, width: int, hang: int = 0) -> Iterator[Text]:
    """The text in lines that are at most width cells wide; nothing of it is lost but blanks at the ends of lines.

    hang: cells by which all lines but the first are narrower.
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
    """Start and end of each piece that stays together: a word, a step of a path; cut where wider than a line."""
    for match in _PIECE.finditer(plain):
        start = match.start()
        for position in range(match.start(), match.end()):
            if cell_len(plain[start : position + 1].rstrip()) > width:
                yield start, position
                start = position
        if start < match.end():
            yield start, match.end()
