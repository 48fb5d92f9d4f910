"""Two-dimensional codes on a PDF page, read by zxing-cpp where it is installed (the extra `qr`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any

from invoicy.pages.sources.page import Barcode, Box
from invoicy.pages.sources.pdf.barcode_places import places_on
from invoicy.pages.sources.pdf.coordinates import matrix_of

_QUIET = 0.08


_LEAST_QUIET = 6.0


_PIXELS = 420.0


_SCALES = (1.5, 6.0)


@cache
def is_installed() -> bool:
    """True where codes can be read at all."""
    return find_spec("zxingcpp") is not None


def barcodes_on(page: Any) -> tuple[Barcode, ...]:
    """The codes on a pypdfium2 page, each once; none where zxing-cpp is not installed."""
    if not is_installed():
        return ()
    from pypdfium2 import raw

    size = page.get_size()
    places = places_on(raw, page, matrix_of(raw, page, size))
    found = (code for place in places for code in _codes_at(page, size, place))
    return tuple({code.content: code for code in found}.values())


def _codes_at(page: Any, size: tuple[float, float], place: Box) -> Iterator[Barcode]:
    """Only the place is drawn, so that a page pays for what it may hold, not for what it is."""
    x0, top, x1, bottom = _with_margin(place, size)
    if x1 - x0 < 1 or bottom - top < 1:
        return
    scale = min(_SCALES[1], max(_SCALES[0], _PIXELS / min(x1 - x0, bottom - top)))
    crop = (x0, size[1] - bottom, size[0] - x1, top)
    try:
        bitmap = page.render(scale=scale, crop=crop, grayscale=True, may_draw_forms=False)
    except (RuntimeError, ValueError):
        return  # what cannot be drawn has no code that anyone could read; the text of the page counts all the same
    try:
        pixels = memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride))
        found = codes_in(pixels)
    finally:
        bitmap.close()
    for text, content, (left, upper, right, lower) in found:
        box = (x0 + left / scale, top + upper / scale, x0 + right / scale, top + lower / scale)
        yield Barcode(text, content, _shares(box, size))


def codes_in(pixels: memoryview) -> list[tuple[str, bytes, Box]]:
    """Text, bytes and box in pixels of each code in a grey picture of the shape (height, width)."""
    import zxingcpp  # 2 MB of shared library, wanted only where a page may hold a code

    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.PDF417])
    read = zxingcpp.read_barcodes(pixels, formats, text_mode=zxingcpp.TextMode.Plain)
    return [(one.text, bytes(one.bytes), _box(one.position)) for one in read if one.valid]


def _box(position: Any) -> Box:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    across, down = [corner.x for corner in corners], [corner.y for corner in corners]
    return float(min(across)), float(min(down)), float(max(across)), float(max(down))


def _with_margin(box: Box, size: tuple[float, float]) -> Box:
    """With the quiet zone that a reader needs, on the page."""
    margin = max(_LEAST_QUIET, _QUIET * min(box[2] - box[0], box[3] - box[1]))
    x0, top, x1, bottom = box
    return max(0.0, x0 - margin), max(0.0, top - margin), min(size[0], x1 + margin), min(size[1], bottom + margin)


def _shares(box: Box, size: tuple[float, float]) -> Box:
    x0, top, x1, bottom = (
        round(min(1.0, max(0.0, value / side)), 4) for value, side in zip(box, (*size, *size), strict=True)
    )
    return x0, top, x1, bottom
