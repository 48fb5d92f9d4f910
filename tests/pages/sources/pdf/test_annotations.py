"""Form fields, typed notes and stamps are read like printed text."""

import pytest

from invoicy import read
from tests.pages.pdfs import INVOICE, Drawing, both, pdf_of, text, typed

FORM = text([(x, y, line.removesuffix(" KT-2081")) for x, y, line in INVOICE])


@pytest.mark.parametrize(
    "value",
    [
        typed(440, 80, "KT-2081"),
        typed(440, 80, "KT-2081", is_drawn=False),
        typed(440, 80, "KT-2081", "/FreeText"),
        typed(440, 80, "KT-2081", "/Stamp"),
    ],
    ids=["field", "field that the viewer draws", "note", "stamp"],
)
def test_a_number_in_an_annotation_is_read(value: Drawing) -> None:
    (reading,) = read(pdf_of(both(FORM, value))).invoices
    assert reading.invoice.number == "KT-2081"
    assert reading.evidence["/number"].box == pytest.approx((0.74, 0.083, 0.81, 0.1), abs=0.02)


def test_the_page_without_the_annotation_has_no_number() -> None:
    (reading,) = read(pdf_of(FORM)).invoices
    assert reading.invoice.number is None
