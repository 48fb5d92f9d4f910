"""Values of a barcode that the pages print."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from invoicy.model import Invoice
from invoicy.pages.barcodes.barcode_evidence import BarcodeEvidence
from invoicy.pages.barcodes.statement import Statement
from invoicy.pages.sources.page import Barcode
from tests.pages.typeset import typeset

PAGES = typeset(
    (50, 50, "IBAN DE89 3704 0044 0532 0130 00"), (50, 70, "Due 3 May 2026"), (50, 90, "example.org/KT-2081x")
)


def _barcode(text: str = "BCD") -> BarcodeEvidence:
    return BarcodeEvidence(PAGES, 1, Barcode(text, text.encode(), (0, 0, 0.1, 0.1)), Statement("EPC", Invoice()))


@pytest.mark.parametrize(
    ("value", "is_printed"),
    [
        ("DE89370400440532013000", True),
        ("DE00370400440532013000", False),
        ("KT-2081", False),
        (date(2026, 5, 3), True),
        (date(2026, 5, 4), False),
        (Decimal(3), False),
    ],
)
def test_a_value_is_printed_as_whole_words(value: Any, is_printed: bool) -> None:
    assert _barcode().is_printed(value) is is_printed


def test_a_long_payload_is_shortened_in_the_evidence() -> None:
    evidence = _barcode("x" * 500).evidence(0.9)
    assert len(evidence.text) == 301
    assert (evidence.page, evidence.box, evidence.confidence) == (1, (0, 0, 0.1, 0.1), 0.9)
