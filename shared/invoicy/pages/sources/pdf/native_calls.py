"""Functions of pdfium without the cost of its bindings, for what is asked once for every letter or line of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

ADDRESS = ctypes.c_void_p


def direct(function: Any, *types: Any) -> Callable[..., Any]:
    """The same function, that takes and gives addresses as numbers. types: that of its result, then its arguments'."""
    return ctypes.CFUNCTYPE(*types)(ctypes.cast(function, ADDRESS).value or 0)


def address_of(handle: Any) -> int:
    """handle: of a page, a page's text."""
    return ctypes.cast(handle, ADDRESS).value or 0
