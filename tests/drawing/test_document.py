"""The drawing of a document."""

import pytest

from invoicy.documents.document import Document
from invoicy.drawing.document import plans_of, sheets_of
from invoicy.errors import InvoicyError
from invoicy.extraction import read_with_pdfs
from tests.drawing.samples import sample


@pytest.mark.parametrize(("name", "count"), [("printed-us.pdf", 1), ("two-invoices.pdf", 2), ("ubl-invoice.xml", 2)])
def test_each_page_has_a_sheet_and_a_long_xml_has_several(name: str, count: int) -> None:
    assert len(sheets_of(*sample(name))) == count


def test_a_sheet_is_drawn_when_it_is_called() -> None:
    sheet = sheets_of(*sample("printed-us.pdf"))[0]
    assert sheet().width >= 1400


def test_each_page_has_a_plan_with_its_labels() -> None:
    plans = plans_of(*sample("two-invoices.pdf"))
    assert len(plans) == 2
    assert all(plan.labels for plan in plans)


def test_a_document_without_pages_and_invoices_cannot_be_drawn() -> None:
    reading, pdfs = read_with_pdfs(Document.of(b"\x00\x01", "a.bin"))
    with pytest.raises(InvoicyError, match=r"^There is nothing to draw\. \w+"):
        sheets_of(reading, pdfs)
