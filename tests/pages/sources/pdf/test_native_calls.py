"""A native function returns the same as PDFium's, and takes addresses as numbers."""

import ctypes

from pypdfium2 import raw

from invoicy.pages.sources.pdf.native_calls import ADDRESS, address_of, native
from tests.pages.pdfs import loaded, text


def test_a_native_function_returns_the_same() -> None:
    with loaded(text([(60.0, 80.0, "a")])) as page:
        count = native(raw.FPDFPage_CountObjects, ctypes.c_int, ADDRESS)
        assert count(address_of(page.raw)) == raw.FPDFPage_CountObjects(page) > 0


def test_a_null_pointer_has_the_address_0() -> None:
    assert address_of(ctypes.c_void_p()) == 0
