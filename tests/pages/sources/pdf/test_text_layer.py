"""Words have boxes on their page, and a text layer of garbage needs OCR."""

import pytest

from invoicy.errors import UnreadableDocumentError
from invoicy.pages.sources.pdf.text_layer import pages_of_pdf
from invoicy.pages.sources.words import is_untrustworthy
from tests.pages.pdfs import pdf_of, text
from tests.requirements import SAMPLES


def test_words_are_inside_their_page() -> None:
    for page in pages_of_pdf((SAMPLES / "printed-german.pdf").read_bytes()):
        assert not page.needs_ocr
        assert len(page.words) > 50
        for word in page.words:
            assert -1 <= word.x0 <= word.x1 <= page.width + 1
            assert -1 <= word.top <= word.bottom <= page.height + 1


@pytest.mark.parametrize("text", ["", "12 / 3", "\x01\x02\x03" * 20 + "Rechnung Nr", "\ue000" * 40 + "abcdefghijklm"])
def test_empty_and_garbage_layers_need_ocr(text: str) -> None:
    assert is_untrustworthy(text)


@pytest.mark.parametrize("text", ["Rechnung Nr. 12 vom 3. Mai", "請求書番号 12345 株式会社", "Счёт № 5 от 01.02.2020"])
def test_letters_of_any_script_are_trusted(text: str) -> None:
    assert not is_untrustworthy(text)


def test_a_broken_pdf_is_an_error_that_advises_another_copy() -> None:
    with pytest.raises(UnreadableDocumentError, match="another copy"):
        pages_of_pdf(b"%PDF-1.7 broken")


def _words_set_apart(line: str, spacing: float) -> list[str]:
    """Return the words of a line. spacing: points between letters, in addition to the usual."""
    widths = {"I": 2.78, "M": 8.33, "O": 7.78, "L": 5.56, "T": 6.11, " ": 2.78}
    x, lines = 60.0, []
    for letter in line:
        lines.append((x, 60.0, letter))
        x += widths.get(letter, 6.67 if letter in "ABESVXY" else 7.22) + spacing
    (page,) = pages_of_pdf(pdf_of(text([*lines, (60.0, 300.0, "The rest of the page is set as usual.")])))
    return [word.text for word in page.words if word.top < 100]


@pytest.mark.parametrize("spacing", [0.0, 0.5, 1.0, 1.5])
def test_words_with_letter_spacing_stay_whole(spacing: float) -> None:
    assert _words_set_apart("MONTANT LIVRAISON", spacing) == ["MONTANT", "LIVRAISON"]
