"""Values that are the same although page and barcode write them differently."""

from decimal import Decimal
from typing import Any

import pytest

from invoicy.pages.barcodes.comparison import is_same


@pytest.mark.parametrize(
    ("pointer", "printed", "coded", "same"),
    [
        ("/totals/with_vat", Decimal(-120), Decimal(120), True),
        ("/totals/with_vat", Decimal(120), Decimal(121), False),
        ("/seller/vat_identifier", "DE 123456788", "123456788", True),
        ("/seller/vat_identifier", "CHE-123.456.789 MWST", "CHE-123.456.789", True),
        ("/seller/vat_identifier", "DE123456788", "788", False),
        ("/number", "FT 2026/4", "2026/4", True),
        ("/number", "0001", "1", False),
        ("/number", "A-17", "A-18", False),
        ("/seller/name", "Nordlicht Beratung GmbH", "Nordlicht Beratung", True),
        ("/seller/name", "Nordlicht GmbH", "Elbwerk GmbH", False),
        ("/buyer_reference", "X 1", "x1", True),
        ("/buyer_reference", "120 X", "X", False),
    ],
)
def test_each_term_is_compared_as_it_is_printed(pointer: str, printed: Any, coded: Any, same: bool) -> None:
    assert is_same(pointer, printed, coded) is same
