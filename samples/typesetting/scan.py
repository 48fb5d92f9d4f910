"""A scan of a printed page: rendered, slightly turned, grained, saved as JPEG."""

import io
import random

import pypdfium2
from PIL import Image, ImageChops

DPI = 150
TURN_DEGREES = 0.7
GRAIN = 26
QUALITY = 68


def scan_first_page(pdf: bytes, seed: int) -> bytes:
    """Give the first page of a PDF as a scanner would, the same for the same seed."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0].render(scale=DPI / 72).to_pil().convert("RGB")
    document.close()
    turned = page.rotate(TURN_DEGREES, Image.Resampling.BICUBIC, fillcolor=(251, 250, 247))
    written = io.BytesIO()
    _grained(turned, seed).save(written, "JPEG", quality=QUALITY, dpi=(DPI, DPI))
    return written.getvalue()


def _grained(picture: Image.Image, seed: int) -> Image.Image:
    width, height = picture.size
    noise = Image.frombytes("L", picture.size, random.Random(seed).randbytes(width * height))
    grain = noise.point(lambda level: level * GRAIN // 255)
    return ImageChops.subtract(picture, Image.merge("RGB", (grain, grain, grain)))
