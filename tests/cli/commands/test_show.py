"""invoicy show."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from invoicy.cli import invoicy
from invoicy.cli.commands.show import check_installed
from invoicy.documents.pdfium import open_pdf
from invoicy.drawing.canvas.inks import COLOURS, Ink
from invoicy.errors import InvalidArgumentError
from tests.pages.barcodes.payload import EPC
from tests.pages.barcodes.sheet import sheet
from tests.requirements import SAMPLES


def _show(*arguments: object, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(invoicy, ["show", *map(str, arguments)], input=stdin)


def _colours(picture: Path) -> set[object]:
    with Image.open(picture) as image:
        return {colour for _, colour in image.convert("RGB").getcolors(1 << 22) or ()}


def test_a_page_is_drawn_with_its_values_marked(tmp_path: Path) -> None:
    out = tmp_path / "page.png"
    result = _show(SAMPLES / "printed-french.pdf", "-o", out)
    assert result.exit_code == 0
    assert result.stderr == f"Wrote {out}.\n"
    assert {COLOURS[Ink.CERTAIN], COLOURS[Ink.DOUBTFUL], COLOURS[Ink.OTHER]} <= _colours(out)


def test_each_page_is_a_picture_of_its_own(tmp_path: Path) -> None:
    assert _show(SAMPLES / "printed-german.pdf", "-o", tmp_path).exit_code == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "printed-german.show.p1.png",
        "printed-german.show.p2.png",
    ]


def test_a_pdf_holds_all_pages(tmp_path: Path) -> None:
    out = tmp_path / "shown.pdf"
    assert _show(SAMPLES / "printed-german.pdf", "-o", out).exit_code == 0
    with open_pdf(out.read_bytes()) as pdf:
        assert len(pdf) == 2


def test_no_page_is_written_if_the_file_of_a_page_exists(tmp_path: Path) -> None:
    taken = tmp_path / "page.p2.png"
    taken.write_text("mine")
    assert "already exists" in str(_show(SAMPLES / "printed-german.pdf", "-o", tmp_path / "page.png").exception)
    assert [file.name for file in tmp_path.iterdir()] == ["page.p2.png"]


def test_a_document_comes_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert _show("-", stdin=(SAMPLES / "printed-us.pdf").read_bytes()).exit_code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["stdin.show.png"]


@pytest.mark.parametrize("name", ["", str(SAMPLES), str(SAMPLES / "*.xml"), str(SAMPLES / "*.nothing")])
def test_a_folder_or_several_documents_are_refused(name: str) -> None:
    assert _show(name).exit_code != 0


def test_an_e_invoice_is_drawn_as_a_sheet_of_its_values(tmp_path: Path) -> None:
    out = tmp_path / "sheet.png"
    assert _show(SAMPLES / "bad-total.xml", "-o", out).exit_code == 0
    assert COLOURS[Ink.WRONG] in _colours(out)


def test_the_frame_of_a_code_is_drawn_even_if_it_adds_no_value(tmp_path: Path) -> None:
    document, out = tmp_path / "page.pdf", tmp_path / "page.png"
    for payload, marked in ((EPC, True), ("https://www.example.com", True), (None, False)):
        document.write_bytes(sheet(payload))
        assert _show(document, "-o", out, "--force").exit_code == 0
        assert (COLOURS[Ink.CODE] in _colours(out)) is marked


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("broken.pdf", b"%PDF-1.7", "PDF"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(200), "JPEG picture"),
        ("empty.pdf", b"", "empty"),
    ],
)
def test_a_document_that_cannot_be_drawn_is_reported_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    document = tmp_path / name
    document.write_bytes(content)
    result = _show(document, "-o", tmp_path / "page.png")
    assert result.exit_code == 1
    assert reason in str(result.exception)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_missing_package_is_named_with_the_way_to_get_it() -> None:
    with pytest.raises(InvalidArgumentError, match=r"^Pillow and a font are needed to draw pages\. \w+ .+\.$"):
        check_installed(["PIL", "no_such_package"])


def test_a_document_without_an_invoice_is_drawn_as_rejected(tmp_path: Path) -> None:
    out = tmp_path / "page.png"
    assert _show(SAMPLES / "not-an-invoice.pdf", "-o", out).exit_code == 0
    assert COLOURS[Ink.WRONG] in _colours(out)
