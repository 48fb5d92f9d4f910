"""Work that is done once for a document: its hash, the opening of a PDF, the labels of a page."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from invoicy import read
from invoicy.documents.document import Document
from invoicy.drawing.document import sheets_of
from invoicy.extraction import read_with_pdfs
from tests.pages.pdfs import pdf_of, text
from tests.requirements import SAMPLES


def _calls(action: Callable[[], object]) -> Counter[str]:
    """Count the calls of functions, Python's by their qualified name and C's by their name."""
    action()  # loads modules and data
    calls: Counter[str] = Counter()

    def count(frame: FrameType, event: str, function: Any) -> None:
        if event == "call":
            calls[frame.f_code.co_qualname] += 1
        elif event == "c_call":
            calls[function.__name__] += 1

    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return calls


@pytest.fixture(scope="module")
def three_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invoice of three pages."""
    path: Path = tmp_path_factory.mktemp("once") / "three.pdf"
    path.write_bytes(pdf_of(text(), text([(60, 60, "Terms of delivery")]), text([(60, 60, "Terms of payment")])))
    return path


def test_a_document_is_hashed_once(three_pages: Path) -> None:
    assert _calls(lambda: read(three_pages))["openssl_sha256"] == 1


@pytest.mark.parametrize("name", ["printed-german.pdf", "hybrid-facturx-en16931.pdf", "two-invoices.pdf"])
def test_a_pdf_is_opened_once(name: str) -> None:
    calls = _calls(lambda: read(SAMPLES / name))
    assert calls["PdfDocument.__init__"] == 1
    assert calls["contents_of_pdf"] == 1


def test_a_drawing_opens_the_pdf_again_only_to_render_its_page() -> None:
    document = Document.of((SAMPLES / "printed-us.pdf").read_bytes(), "us.pdf")
    calls = _calls(lambda: [sheet() for sheet in sheets_of(*read_with_pdfs(document))])
    assert calls["PdfDocument.__init__"] == 2
    assert calls["barcodes_on"] == len(sheets_of(*read_with_pdfs(document))) == 1
    assert calls["read_pages"] == 1


def test_a_page_is_labelled_once(three_pages: Path) -> None:
    calls = _calls(lambda: read(three_pages))
    assert calls["layout_of"] == calls["PageMatches._single"] == 3
    assert calls["PageMatches._join"] == 3


def test_the_rows_of_the_table_and_the_rates_are_found_once_for_an_invoice() -> None:
    calls = _calls(lambda: read(SAMPLES / "printed-us.pdf"))
    assert calls["_item_rows"] == calls["_printed_rates"] == 1
    assert calls["item_rows"] > 1


def test_the_number_of_an_invoice_of_one_page_is_chosen_once() -> None:
    reading = read(SAMPLES / "two-invoices.pdf")
    calls = _calls(lambda: read(SAMPLES / "two-invoices.pdf"))
    assert len(reading.invoices) == 2
    assert calls["reference_candidates"] == 2


def test_a_document_of_another_type_costs_no_header(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(pdf_of(text([(60, 60, "Lieferschein"), (60, 90, "4 Eichenbretter, gehobelt, 120,00 EUR")])))
    calls = _calls(lambda: read(path))
    assert calls["document_type_of"] == 1
    assert calls["header_of"] == 0
