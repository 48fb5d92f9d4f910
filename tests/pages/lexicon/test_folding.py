"""Labels and names are compared without case, accents and marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.pages.lexicon.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Invoice No.:", "invoiceno"),
        ("Rechnungs-Nr.", "rechnungsnr"),
        ("Fälligkeit", "falligkeit"),
        ("STRAßE", "strasse"),
        ("Płatność", "platnosc"),
        ("Invoice #", "invoiceno"),
        ("N°", "no"),
        ("Ημερομηνία", "ημερομηνια"),
        ("請求書", "請求書"),
        ("—", ""),
    ],
)
def test_letters_and_digits_are_left(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=40))
def test_a_folded_text_has_only_letters_and_digits(text: str) -> None:
    assert all(c.isalnum() for c in fold(text))


@given(st.text(max_size=40))
def test_case_does_not_matter_in_ascii(text: str) -> None:
    ascii_text = text.encode("ascii", "ignore").decode()
    assert fold(ascii_text.upper()) == fold(ascii_text.lower())
