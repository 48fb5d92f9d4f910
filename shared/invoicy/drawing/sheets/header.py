"""The header of a sheet: document, status, findings and missing values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.drawing.canvas.inks import COLOURS, PAPER, RULE, Ink
from invoicy.drawing.canvas.lettering import SMALL, Span, Style, legible
from invoicy.drawing.canvas.strips import Strip
from invoicy.drawing.text.digest import Paragraph
from invoicy.drawing.text.verdicts import VERDICTS
from invoicy.readings.reading import Status

if TYPE_CHECKING:
    from PIL.Image import Image

_TITLE = Style(34, bold=True)
_ON_COLOUR = Style(23, bold=True, colour=PAPER)


class Title(Struct, frozen=True):
    """The first lines of a header.

    source: the page and the origin of its values. banner: a sentence if a large part of the page was not read. remark:
    a sentence in grey letters if a small part was not read. is_first: True for the first page.
    """

    name: str
    status: Status
    source: str
    banner: str = ""
    remark: str = ""
    is_first: bool = True


def header_of(title: Title, paragraphs: Iterable[Paragraph], width: int) -> Image:
    """Draw the header. width: pixels."""
    strip = Strip(width)
    strip.space(26)
    verdict, colour = VERDICTS[title.status]
    taken = strip.pill(verdict, _ON_COLOUR, colour)
    strip.text([Span(legible(title.name), _TITLE)], right=taken + 24)
    strip.text([Span(title.source, SMALL)], right=taken + 24)
    if title.remark:
        strip.text([Span(title.remark, SMALL)], right=taken + 24)
    for paragraph in paragraphs:
        strip.space(10)
        if paragraph.note:
            strip.numbered(paragraph.note, paragraph.spans, paragraph.colour)
        else:
            strip.text(paragraph.spans)
    strip.space(22)
    if title.banner:
        strip.band([Span(title.banner, _ON_COLOUR)], COLOURS[Ink.DOUBTFUL])
    strip.rule(RULE)
    return strip.image()
