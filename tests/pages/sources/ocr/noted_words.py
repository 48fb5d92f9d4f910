"""An OCR engine without recognition, for pictures that carry their words as metadata."""

import json
from io import BytesIO

from PIL import Image, ImageDraw, PngImagePlugin, UnidentifiedImageError

from invoicy.errors import UnreadableDocumentError
from invoicy.pages.sources.ocr.engine import PageImage
from invoicy.pages.sources.page import Word

_WORDS = "words"
_PIXELS_PER_POINT = 2


def picture(*words: str, width: float = 200.0, height: float = 100.0) -> PageImage:
    """Draw the words below each other, and note them in the metadata of the PNG for NotedWords."""
    image = Image.new("L", (round(width * _PIXELS_PER_POINT), round(height * _PIXELS_PER_POINT)), "white")
    boxes = []
    for line, word in enumerate(words):
        place = (20, 20 + 50 * line)
        ImageDraw.Draw(image).text(place, word, fill="black", font_size=20)
        boxes.append(ImageDraw.Draw(image).textbbox(place, word, font_size=20))
    metadata = PngImagePlugin.PngInfo()
    metadata.add_text(_WORDS, json.dumps(list(zip(words, boxes, strict=True))))
    stream = BytesIO()
    image.save(stream, "PNG", pnginfo=metadata)
    return PageImage(stream.getvalue(), width, height)


class NotedWords:
    """An OcrEngine that returns the words in the metadata of a picture."""

    def words(self, image: PageImage) -> tuple[Word, ...]:
        try:
            opened = Image.open(BytesIO(image.png))
        except UnidentifiedImageError as error:
            raise UnreadableDocumentError("INVOICY-DAMAGED", "The picture cannot be read.") from error
        across, down = image.width / opened.width, image.height / opened.height
        return tuple(
            Word(text, x0 * across, top * down, x1 * across, bottom * down, confidence=1.0)
            for text, (x0, top, x1, bottom) in json.loads(opened.info.get(_WORDS, "[]"))
        )
