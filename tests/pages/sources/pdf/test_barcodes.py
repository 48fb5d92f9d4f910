"""Barcodes are read in any drawing, and a page without one is not drawn."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import segno
import typst
import zxingcpp
from pypdfium2 import raw

from invoicy import read
from invoicy.pages.sources.page import Barcode
from invoicy.pages.sources.pdf import barcodes
from invoicy.pages.sources.pdf.barcode_places import places_on
from invoicy.pages.sources.pdf.coordinates import matrix_of
from tests.pages.barcodes.payload import EPC, SWISS
from tests.pages.barcodes.sheet import DRAWINGS, sheet
from tests.requirements import SAMPLES


def _codes(pdf: bytes) -> tuple[Barcode, ...]:
    with pypdfium2.PdfDocument(pdf) as document:
        return barcodes.barcodes_on(document[0])


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.__name__)
@pytest.mark.parametrize("payload", [EPC, SWISS], ids=["epc", "swiss"])
def test_a_barcode_is_read_in_any_drawing(payload: str, drawing: Callable[[segno.QRCode, Path], str]) -> None:
    (code,) = _codes(sheet(payload, drawing))
    assert code.text == payload
    assert all(0 <= share <= 1 for share in code.box)


def test_the_pdf417_barcode_of_croatian_invoices_is_read(tmp_path: Path) -> None:
    payload = (
        "HRVHUB30\nEUR\n000000000012345\nPERO PERIĆ\nILICA 1\n10000 ZAGREB\nTVRTKA D.O.O.\nULICA 2\n10000 ZAGREB\n"
    )
    bars = zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.PDF417)
    (tmp_path / "code.svg").write_text(zxingcpp.write_barcode_to_svg(bars, scale=2), encoding="utf-8")
    (tmp_path / "page.typ").write_text('#image("code.svg", width: 160pt)', encoding="utf-8")
    (code,) = _codes(typst.compile(tmp_path / "page.typ"))
    assert code.text == payload


def test_a_barcode_beside_the_page_is_not_read(tmp_path: Path) -> None:
    segno.make_qr(EPC).save(str(tmp_path / "code.png"), scale=4)
    (tmp_path / "page.typ").write_text('#place(dx: 3000pt, image("code.png", width: 110pt))', encoding="utf-8")
    assert _codes(typst.compile(tmp_path / "page.typ")) == ()


def test_a_light_barcode_on_a_dark_background_is_read(tmp_path: Path) -> None:
    segno.make_qr(EPC).save(str(tmp_path / "code.png"), scale=4, dark="white", light="darkblue")
    (tmp_path / "page.typ").write_text('#image("code.png", width: 110pt)', encoding="utf-8")
    assert [code.text for code in _codes(typst.compile(tmp_path / "page.typ"))] == [EPC]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_the_box_is_on_the_rotated_page(turn: int) -> None:
    with pypdfium2.PdfDocument(sheet(EPC)) as document:
        page = document[0]
        (straight,) = barcodes.barcodes_on(page)
        page.set_rotation(turn)
        (turned,) = barcodes.barcodes_on(page)
    x0, top, _, bottom = straight.box
    expected = {90: (1 - bottom, x0), 180: (1 - straight.box[2], 1 - bottom), 270: (top, 1 - straight.box[2])}[turn]
    assert turned.box[:2] == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("name", ["printed-german.pdf", "printed-french.pdf", "printed-polish.pdf", "printed-us.pdf"])
def test_pages_of_text_and_tables_have_no_place_for_a_barcode(name: str) -> None:
    with pypdfium2.PdfDocument(SAMPLES / name) as document:
        for page in document:
            assert places_on(raw, page, matrix_of(raw, page, page.get_size())) == ()


def test_without_zxing_the_text_of_a_page_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = sheet(EPC)
    monkeypatch.setattr(barcodes, "is_installed", lambda: False)
    (invoice,) = read(pdf, printed=True).invoices
    assert invoice.invoice.payment is None
    assert invoice.invoice.number == "RE-2026-118"
