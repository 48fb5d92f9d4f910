"""The promises of every OcrEngine."""

import pytest

from invoicy.errors import UnreadableDocumentError
from invoicy.ports import OcrEngine
from tests.fakes.pages import picture


def test_words_are_found_with_their_page_and_a_box_on_it(ocr: OcrEngine) -> None:
    words = ocr.words(picture("INVOICE", "4711"), page=3)
    assert " ".join(word.text for word in words).split() == ["INVOICE", "4711"]
    for word in words:
        left, top, right, bottom = word.box
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1
        assert 0 <= word.confidence <= 1
        assert word.page == 3
        assert word.method


def test_a_blank_page_has_no_words(ocr: OcrEngine) -> None:
    assert ocr.words(picture(), page=1) == ()


def test_the_same_picture_gives_the_same_words(ocr: OcrEngine) -> None:
    assert ocr.words(picture("INVOICE"), page=1) == ocr.words(picture("INVOICE"), page=1)


@pytest.mark.parametrize("image", [b"", b"no image"])
def test_what_is_no_image_is_unreadable(ocr: OcrEngine, image: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        ocr.words(image, page=1)
