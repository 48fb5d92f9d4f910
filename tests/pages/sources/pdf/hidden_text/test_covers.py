"""Objects over a text cover it; objects behind it only if they have its shade."""

import pikepdf
import pytest
from pypdfium2 import raw

from invoicy.pages.sources.pdf.hidden_text.covers import (
    UNKNOWN,
    Cover,
    DrawnText,
    are_covered,
    covers_on,
    may_be_pattern,
    shade_of,
)
from invoicy.pages.sources.pdf.hidden_text.page_objects import PageObjects
from tests.pages.pdfs import Drawing, blank, drawn, loaded, pdf_of, picture_of, text, within

BOX = (50.0, 400.0, 150.0, 410.0)
BLACK_TEXT = DrawnText(5, BOX, 0)


def shades_on(*drawings: Drawing) -> list[int]:
    with loaded(*drawings) as page:
        return [cover.shade for cover in covers_on(PageObjects(raw, page, 100))]


@pytest.mark.parametrize(
    ("colour", "shade"),
    [((0, 0, 0, 255), 0), ((255, 255, 255, 255), 255), ((0, 0, 0, 0), 255), ((255, 0, 0, 255), 76)],
)
def test_the_shade_of_a_colour_is_that_on_white_paper(colour: tuple[int, int, int, int], shade: int) -> None:
    assert shade_of(colour) == shade


@pytest.mark.parametrize(
    ("cover", "expected"),
    [
        pytest.param(Cover(6, BOX, 255), True, id="over it"),
        pytest.param(Cover(6, (50, 400, 55, 410), 255), False, id="over an edge of it"),
        pytest.param(Cover(6, (50, 420, 150, 430), 255), False, id="above it"),
        pytest.param(Cover(4, BOX, 255), False, id="white behind it"),
        pytest.param(Cover(4, BOX, 40), True, id="nearly black behind it"),
        pytest.param(Cover(4, BOX, UNKNOWN), True, id="a picture behind it"),
        pytest.param(Cover(5, BOX, 255), False, id="itself"),
    ],
)
def test_a_cover_hides_a_text(cover: Cover, expected: bool) -> None:
    assert are_covered([BLACK_TEXT], [cover]) is expected


def test_several_small_covers_hide_a_text_together() -> None:
    pieces = [Cover(6, (left, 400, left + 4, 410), 255) for left in (50, 70, 90)]
    assert not are_covered([BLACK_TEXT], pieces[:2])
    assert are_covered([BLACK_TEXT], pieces)


def test_pictures_forms_and_thick_lines_have_no_shade_of_their_own() -> None:
    picture = picture_of(pdf_of(blank), width=50, height=50)
    assert shades_on(picture, within(text()), drawn("9 w 0 0 m 90 90 l S")) == [UNKNOWN] * 3


def test_a_filled_path_has_the_shade_of_its_colour() -> None:
    assert shades_on(drawn("0 g 50 50 90 90 re f 1 g 50 50 90 90 re f")) == [0, 255]


def test_a_transparent_path_has_no_shade_of_its_own() -> None:
    half = pikepdf.Dictionary(ca=0.5)
    assert shades_on(drawn("/R0 gs 0 g 50 50 90 90 re f", ExtGState=half)) == [UNKNOWN]


def test_thin_lines_and_texts_are_not_covers() -> None:
    assert shades_on(drawn("0.5 w 50 50 90 90 re S"), text()) == []


def test_white_may_be_a_pattern() -> None:
    assert may_be_pattern(Cover(1, BOX, 255))
    assert not may_be_pattern(Cover(1, BOX, 100))
