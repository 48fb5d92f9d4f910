"""Two-dimensional barcodes on a PDF page, read by zxing-cpp if it is installed (the extra `qr`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any

from invoicy.pages.sources.page import Barcode, Box
from invoicy.pages.sources.pdf.barcode_places import places_on
from invoicy.pages.sources.pdf.boxes import page_shares
from invoicy.pages.sources.pdf.coordinates import Size, matrix_of

# Share of the shorter side around a place: two modules of a small QR code. ISO/IEC 18004 requires four, but other print
# may be nearer.
_QUIET_ZONE = 0.08
# Points around a small place.
_MIN_QUIET_ZONE = 6.0
# Pixels that the shorter side is drawn with: 3 a module for a QR code of 137 modules.
_PIXELS = 420.0
# Pixels a point: bounds the loss of detail in a large place.
_MIN_SCALE = 1.5
# Pixels a point: bounds the time for a small place.
_MAX_SCALE = 6.0
# As the evidence of all values: 0.06 points on A4.
_DECIMALS = 4


@cache
def is_installed() -> bool:
    """Test whether zxing-cpp is installed."""
    return find_spec("zxingcpp") is not None


def barcodes_on(page: Any) -> tuple[Barcode, ...]:
    """Return the barcodes on a pypdfium2 page, each content once; none if zxing-cpp is not installed."""
    if not is_installed():
        return ()
    from pypdfium2 import raw

    size = page.get_size()
    places = places_on(raw, page, matrix_of(raw, page, size))
    barcodes = (barcode for place in places for barcode in _barcodes_at(page, size, place))
    return tuple({barcode.content: barcode for barcode in barcodes}.values())


def _barcodes_at(page: Any, size: Size, place: Box) -> Iterator[Barcode]:
    """Draw only the place, so that a page without barcodes takes no time."""
    x0, top, x1, bottom = _with_quiet_zone(place, size)
    if x1 - x0 < 1 or bottom - top < 1:
        return
    scale = min(_MAX_SCALE, max(_MIN_SCALE, _PIXELS / min(x1 - x0, bottom - top)))
    crop = (x0, size[1] - bottom, size[0] - x1, top)
    try:
        bitmap = page.render(scale=scale, crop=crop, grayscale=True, may_draw_forms=False)
    except (RuntimeError, ValueError):
        return  # PDFium cannot draw the place; the text of the page is read all the same
    try:
        symbols = _barcodes_in(memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride)))
    finally:
        bitmap.close()
    for text, content, (left, upper, right, lower) in symbols:
        box = (x0 + left / scale, top + upper / scale, x0 + right / scale, top + lower / scale)
        yield Barcode(text, content, _rounded(page_shares(box, size)))


def _barcodes_in(pixels: memoryview) -> list[tuple[str, bytes, Box]]:
    """Return the text, the bytes and the box in pixels of each barcode. pixels: grey, of the shape (height, width)."""
    import zxingcpp  # 2 MB of shared library, needed only for a page that may have a barcode

    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.PDF417])
    symbols = zxingcpp.read_barcodes(pixels, formats, text_mode=zxingcpp.TextMode.Plain)
    return [(symbol.text, bytes(symbol.bytes), _box(symbol.position)) for symbol in symbols if symbol.valid]


def _box(position: Any) -> Box:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    columns, rows = [corner.x for corner in corners], [corner.y for corner in corners]
    return float(min(columns)), float(min(rows)), float(max(columns)), float(max(rows))


def _with_quiet_zone(box: Box, size: Size) -> Box:
    """Enlarge a box by the light margin that a barcode reader needs, up to the edges of the page."""
    margin = max(_MIN_QUIET_ZONE, _QUIET_ZONE * min(box[2] - box[0], box[3] - box[1]))
    x0, top, x1, bottom = box
    return max(0.0, x0 - margin), max(0.0, top - margin), min(size[0], x1 + margin), min(size[1], bottom + margin)


def _rounded(box: Box) -> Box:
    x0, top, x1, bottom = (round(side, _DECIMALS) for side in box)
    return x0, top, x1, bottom
