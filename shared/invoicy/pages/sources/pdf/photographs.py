"""Tells photographs from pictures that may be a barcode, by their compression alone."""

from __future__ import annotations

import ctypes
from typing import Any

# Bits a pixel that a barcode takes at most: 1 without compression, more as a JPEG, which stores edges badly.
_BITS_A_PIXEL = {"FlateDecode": 1.0, "LZWDecode": 1.0, "DCTDecode": 4.0}
# Fewer bytes take no time to decode.
_MIN_BYTES = 4096
# More bytes are no barcode, which takes about a bit a pixel.
_MAX_BYTES = 100_000
# Pixels of a JPEG that is too large for a barcode.
_MAX_JPEG_PIXELS = 1_000_000
# Bytes for a filter's name; the longest of PDF has 15.
_FILTER_NAME_SIZE = 32


def is_photograph(raw: Any, handle: int) -> bool:
    """Test for an image that is compressed less than a barcode, which has two colours and long runs.

    Decoding and drawing it to look for a barcode would take 2 to 40 ms. raw: pypdfium2.raw. handle: address of an
    image object.
    """
    image, width, height = ctypes.cast(handle, raw.FPDF_PAGEOBJECT), ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(image, ctypes.byref(width), ctypes.byref(height))
    pixels, filter_name = width.value * height.value, _last_filter(raw, image)
    if filter_name == "DCTDecode" and pixels > _MAX_JPEG_PIXELS:
        return True
    if filter_name not in _BITS_A_PIXEL:
        return False
    most_bytes = max(_MIN_BYTES, min(_BITS_A_PIXEL[filter_name] * pixels / 8, _MAX_BYTES))
    return int(raw.FPDFImageObj_GetImageDataRaw(image, None, 0)) > most_bytes


def _last_filter(raw: Any, image: Any) -> str:
    """Return the name of the last filter of an image, empty for an uncompressed one."""
    count = raw.FPDFImageObj_GetImageFilterCount(image)
    name = ctypes.create_string_buffer(_FILTER_NAME_SIZE)
    if count < 1 or not raw.FPDFImageObj_GetImageFilter(image, count - 1, name, len(name)):
        return ""
    return name.value.decode("latin-1")
