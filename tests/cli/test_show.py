"""invoicy show."""

from pathlib import Path

from click.testing import CliRunner
from PIL import Image

from invoicy.cli import invoicy
from tests.pages.qr.payload import EPC
from tests.pages.qr.sheet import sheet
from tests.requirements import SAMPLES


def test_the_page_is_drawn_with_its_values_marked(tmp_path: Path) -> None:
    out = tmp_path / "page.png"
    result = CliRunner().invoke(invoicy, ["show", str(SAMPLES / "printed-german.pdf"), "-o", str(out)])
    assert result.exit_code == 0
    assert out.read_bytes().startswith(b"\x89PNG")
    assert "values marked" in result.stderr


def test_the_box_of_a_code_is_drawn_even_where_it_says_nothing_new(tmp_path: Path) -> None:
    """Blue is the colour of codes alone."""
    document, out = tmp_path / "page.pdf", tmp_path / "page.png"
    for payload, marked in ((EPC, True), ("https://www.example.com", True), (None, False)):
        document.write_bytes(sheet(payload))
        assert CliRunner().invoke(invoicy, ["show", str(document), "-o", str(out), "--force"]).exit_code == 0
        with Image.open(out) as image:
            colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 20) or ()}
        assert ((0, 70, 200) in colours) is marked


def test_a_page_that_only_bears_a_code_is_drawn(tmp_path: Path) -> None:
    document, out = tmp_path / "page.pdf", tmp_path / "page.png"
    heights = []
    for payment in ("", "#pagebreak()"):
        document.write_bytes(sheet("https://www.example.com", payment=payment))
        assert CliRunner().invoke(invoicy, ["show", str(document), "-o", str(out), "--force"]).exit_code == 0
        with Image.open(out) as image:
            heights.append(image.height)
    assert heights[1] == 2 * heights[0]


def test_a_document_that_cannot_be_drawn_is_one_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7")
    result = CliRunner().invoke(invoicy, ["show", str(broken)])
    assert result.exit_code == 1
    assert not list(tmp_path.glob("*.png"))
