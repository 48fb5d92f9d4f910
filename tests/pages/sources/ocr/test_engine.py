"""The promises of every OcrEngine. A new engine is one line in ENGINES."""

from collections.abc import Callable

import pytest

from invoicy.errors import UnreadableDocumentError
from invoicy.pages.sources.ocr.engine import OcrEngine, PageImage
from tests.pages.sources.ocr.noted_words import NotedWords, picture

ENGINES: dict[str, Callable[[], OcrEngine]] = {"noted": NotedWords}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> OcrEngine:
    return ENGINES[request.param]()


def test_words_have_a_box_on_the_page_and_a_confidence(engine: OcrEngine) -> None:
    image = picture("INVOICE", "4711")
    words = engine.words(image)
    assert [word.text for word in words] == ["INVOICE", "4711"]
    for word in words:
        assert 0 <= word.x0 < word.x1 <= image.width
        assert 0 <= word.top < word.bottom <= image.height
        assert word.confidence is not None
        assert 0 <= word.confidence <= 1


def test_boxes_are_in_points_not_in_pixels(engine: OcrEngine) -> None:
    (word,) = engine.words(picture("INVOICE", width=200, height=100))
    assert (word.x0, word.top) == pytest.approx((10, 12), abs=3)  # drawn at 20 x 24 pixels, two pixels a point


def test_a_blank_page_has_no_words(engine: OcrEngine) -> None:
    assert engine.words(picture()) == ()


def test_the_same_picture_gives_the_same_words(engine: OcrEngine) -> None:
    assert engine.words(picture("INVOICE")) == engine.words(picture("INVOICE"))


@pytest.mark.parametrize("content", [b"", b"no image"])
def test_bytes_that_are_not_a_picture_are_unreadable(engine: OcrEngine, content: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        engine.words(PageImage(content, 595, 842))
