"""An OCR engine that reads what a picture's metadata say."""

import json
from io import BytesIO

from PIL import Image, PngImagePlugin, UnidentifiedImageError

from invoicy.errors import UnreadableDocumentError
from invoicy.readings.reading import Evidence

_WORDS = "words"


def picture(*words: str, size: tuple[int, int] = (200, 100)) -> bytes:
    """PNG of a page on which the words stand one below the other: in ink, and in the metadata for the fake."""
    from PIL import ImageDraw

    image = Image.new("L", size, "white")
    boxes = []
    for line, word in enumerate(words):
        place = (20, 20 + 30 * line)
        ImageDraw.Draw(image).text(place, word, fill="black", font_size=20)
        box = ImageDraw.Draw(image).textbbox(place, word, font_size=20)
        boxes.append([box[0] / size[0], box[1] / size[1], box[2] / size[0], box[3] / size[1]])
    noted = PngImagePlugin.PngInfo()
    noted.add_text(_WORDS, json.dumps(list(zip(words, boxes, strict=True))))
    out = BytesIO()
    image.save(out, "PNG", pnginfo=noted)
    return out.getvalue()


class NotedWords:
    """An OcrEngine that is never wrong, on pictures made here."""

    def words(self, image: bytes, *, page: int) -> tuple[Evidence, ...]:
        try:
            noted = Image.open(BytesIO(image)).info.get(_WORDS, "[]")
        except UnidentifiedImageError as error:
            raise UnreadableDocumentError("INVOICY-DAMAGED", "The picture cannot be read.") from error
        return tuple(
            Evidence(page=page, box=tuple(box), text=text, method="noted", confidence=1.0)
            for text, box in json.loads(noted)
        )
