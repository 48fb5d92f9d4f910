"""Text on a picture, measured, wrapped and drawn in a typeface with Latin, Greek and Cyrillic letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from invoicy.drawing.canvas.inks import QUIET, TEXT, Colour

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_LEADING = 1.3
_MAX_LENGTH = 600
_BETWEEN = " ·\N{NO-BREAK SPACE}"
_HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})


class Style(NamedTuple):
    """A style of text. size: font size in pixels."""

    size: int
    bold: bool = False
    colour: Colour = TEXT

    @property
    def leading(self) -> int:
        """Distance between lines, in pixels."""
        return round(self.size * _LEADING)


BODY = Style(22)
STRONG = Style(22, bold=True)
SMALL = Style(20, colour=QUIET)


class Span(NamedTuple):
    """A part of a line in one style."""

    text: str
    style: Style


Line = tuple[Span, ...]


def legible(text: str) -> str:
    """Return text of a document as one line, with a white square for each control or formatting character."""
    line = " ".join(text.split())
    clean = "".join("\N{WHITE SQUARE}" if unicodedata.category(sign) in _HIDDEN else sign for sign in line)
    return clean if len(clean) <= _MAX_LENGTH else clean[: _MAX_LENGTH - 1] + "…"


def width_of(text: str, style: Style) -> float:
    """Return the width of a line of text, in pixels."""
    return _font(style.size, style.bold).getlength(text)


def wrapped(spans: Sequence[Span], width: float) -> list[Line]:
    """Wrap text into lines of at most width pixels, between words, or within a word that is wider than a line."""
    lines: list[list[Span]] = [[]]
    used = 0.0
    for piece in _pieces(spans, width):
        needed = width_of(piece.text.rstrip(), piece.style)
        if lines[-1] and used + needed > width:
            lines.append([])
            used = 0.0
            piece = Span(piece.text.lstrip(_BETWEEN), piece.style)  # noqa: PLW2901  # no blank or dot at the start of a line
        lines[-1].append(piece)
        used += width_of(piece.text, piece.style)
    return [tuple(line) for line in lines if line]


def _pieces(spans: Sequence[Span], width: float) -> Iterator[Span]:
    for text, style in spans:
        for word in text.replace(" ", " \0").split("\0"):
            rest = word
            while len(rest) > 1 and width_of(rest.rstrip(), style) > width:
                end = next(
                    end for end in range(len(rest) - 1, 0, -1) if end == 1 or width_of(rest[:end], style) <= width
                )
                yield Span(rest[:end], style)
                rest = rest[end:]
            if rest:
                yield Span(rest, style)


def height_of(lines: Sequence[Line]) -> int:
    """Return the height of lines, in pixels."""
    return sum(_leading(line) for line in lines)


def write(draw: ImageDraw, at: tuple[float, float], lines: Sequence[Line]) -> float:
    """Draw lines. at: top left corner. Return the y coordinate below the last line."""
    x, y = at
    for line in lines:
        across, base = x, y + _leading(line) * 0.76
        for text, style in line:
            draw.text((across, base), text, fill=style.colour, font=_font(style.size, style.bold), anchor="ls")
            across += width_of(text, style)
        y += _leading(line)
    return y


def _leading(line: Line) -> int:
    return max((span.style.leading for span in line), default=0)


@cache
def _font(size: int, bold: bool) -> FreeTypeFont:
    from PIL import ImageFont

    name = f"SourceSansPro-{'Semibold' if bold else 'Regular'}.ttf"
    content = files("font_source_sans_pro").joinpath("files", name).read_bytes()
    return ImageFont.truetype(BytesIO(content), size, layout_engine=ImageFont.Layout.BASIC)
