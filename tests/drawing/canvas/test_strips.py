"""Strips of text across a sheet."""

from invoicy.drawing.canvas.inks import COLOURS, Ink
from invoicy.drawing.canvas.lettering import BODY, Span, Style
from invoicy.drawing.canvas.strips import Strip


def test_a_strip_is_as_high_as_its_content() -> None:
    strip = Strip(800)
    strip.space(30)
    assert strip.image().size == (800, 30)
    strip.text([Span("One line", BODY)])
    assert strip.image().height == 30 + BODY.leading


def test_a_long_paragraph_takes_more_lines_in_a_narrow_strip() -> None:
    heights = []
    for width in (400, 800):
        strip = Strip(width)
        strip.text([Span("The invoice number is missing. " * 5, BODY)])
        heights.append(strip.image().height)
    assert heights[0] > heights[1]


def test_a_band_has_its_colour_from_edge_to_edge() -> None:
    strip = Strip(800)
    strip.band([Span("Page 2 was not read.", BODY)], COLOURS[Ink.DOUBTFUL])
    image = strip.image()
    assert image.getpixel((0, 3)) == image.getpixel((799, 3)) == COLOURS[Ink.DOUBTFUL]


def test_a_pill_takes_no_height_and_returns_its_width() -> None:
    strip = Strip(800)
    assert strip.pill("Accepted", Style(20), COLOURS[Ink.CERTAIN]) < strip.pill("Needs review", Style(20), (0, 0, 0))
    assert strip.image().height == 0


def test_text_without_end_does_not_fail() -> None:
    strip = Strip(400)
    for number in range(500):
        strip.numbered(number, [Span("A finding with a sentence.", BODY)], COLOURS[Ink.WRONG])
    assert strip.image().height <= 8000
