"""Printed words: which can be trusted, and where one is a label and its value."""

from itertools import pairwise

import pytest

from invoicy.pages.sources.words import cuts, is_garbled, is_untrustworthy


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Date:2020", ["Date:", "2020"]),
        ("Rechnung/Invoice", ["Rechnung/", "Invoice"]),
        ("#17", ["#", "17"]),
        ("No.7", ["No.", "7"]),
        ("N°12", ["N°", "12"]),
        ("請求書ABC", ["請求書", "ABC"]),
        ("https://example.org", ["https://example.org"]),
        ("12:30", ["12:30"]),
        ("2026/03", ["2026/03"]),
        ("c/o", ["c/o"]),
        ("example.org", ["example.org"]),
    ],
)
def test_a_word_is_cut_between_label_and_value(text: str, parts: list[str]) -> None:
    edges = [0, *cuts(text), len(text)]
    assert [text[start:end] for start, end in pairwise(edges)] == parts


def test_characters_that_no_invoice_prints_are_garbage() -> None:
    assert is_garbled("\ue013\ue021\ue003A")
    assert not is_garbled("Rechnung Nr. 4711 über 12,00 €")


def test_a_few_letters_are_not_a_text_layer() -> None:
    assert is_untrustworthy("2 / 2")
    assert not is_untrustworthy("Rechnung Nr. 4711")
