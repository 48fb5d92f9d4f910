"""PDFium functions called through ctypes without pypdfium2's checks, for calls made for every letter or line."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

ADDRESS = ctypes.c_void_p


def native(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return the function with handles as plain numbers. result, arguments: ctypes types."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ADDRESS).value or 0)


def address_of(handle: Any) -> int:
    """Return the address of a handle of PDFium, such as a page."""
    return ctypes.cast(handle, ADDRESS).value or 0
