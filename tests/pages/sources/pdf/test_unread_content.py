"""Content without words is a picture, shapes, a part of the page, or a little."""

import pytest

from invoicy.pages.sources.page import Box, UnreadContent
from invoicy.pages.sources.pdf.pictures import pictures_on
from invoicy.pages.sources.pdf.unread_content import unread_on
from tests.pages.pdfs import Drawing, blank, drawn, loaded, pdf_of, picture_of, shapes, text

SCAN = picture_of(pdf_of(text()))
BUSY = pdf_of(shapes(columns=62, rows=50))
WORDS: list[Box] = [(0.1, 0.05, 0.8, 0.1)]


def content_of(*drawings: Drawing, words: list[Box] | None = None, needs_ocr: bool = True) -> UnreadContent:
    with loaded(*drawings) as page:
        return unread_on(page, words or [], pictures_on(page), needs_ocr=needs_ocr)


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        pytest.param(blank, UnreadContent.NOTHING, id="nothing"),
        pytest.param(drawn("60 740 60 40 re f"), UnreadContent.LITTLE, id="a logo"),
        pytest.param(drawn("20 20 4 800 re f"), UnreadContent.LITTLE, id="a line down the margin"),
        pytest.param(drawn("0 800 595 20 re 0 20 595 20 re f"), UnreadContent.LITTLE, id="bars at the edges"),
        pytest.param(SCAN, UnreadContent.PICTURE, id="a scan"),
        pytest.param(shapes(), UnreadContent.SHAPES, id="letters drawn as shapes"),
    ],
)
def test_the_content_of_a_page_without_reliable_words(drawing: Drawing, expected: UnreadContent) -> None:
    assert content_of(drawing) == expected


def test_content_under_words_is_not_unread() -> None:
    assert content_of(shapes(), words=[(0, 0, 1, 1)]) == UnreadContent.NOTHING


def test_a_small_picture_beside_good_words_does_not_count() -> None:
    assert content_of(picture_of(BUSY, width=100, height=100), needs_ocr=False) == UnreadContent.NOTHING


def test_a_large_picture_beside_good_words_is_a_part_of_the_page() -> None:
    half = picture_of(BUSY, y0=0, width=595, height=420)
    lines = text([(40.0, 40.0 + 14 * row, "Please pay the total within fourteen days. " * 2) for row in range(26)])
    assert content_of(half, lines, words=[(0.0, 0.0, 1.0, 0.49)], needs_ocr=False) == UnreadContent.PART


def test_a_scan_with_a_printed_stamp_is_a_picture() -> None:
    assert content_of(picture_of(BUSY), words=WORDS, needs_ocr=False) == UnreadContent.PICTURE


def test_a_letterhead_under_the_words_does_not_count() -> None:
    letterhead = picture_of(pdf_of(drawn("60 760 60 40 re f")))
    assert content_of(letterhead, text(), words=WORDS, needs_ocr=False) == UnreadContent.NOTHING
