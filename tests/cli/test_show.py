"""invoicy show."""

from pathlib import Path

from click.testing import CliRunner

from invoicy.cli import invoicy
from tests.requirements import SAMPLES


def test_the_page_is_drawn_with_its_values_marked(tmp_path: Path) -> None:
    out = tmp_path / "page.png"
    result = CliRunner().invoke(invoicy, ["show", str(SAMPLES / "printed-german.pdf"), "-o", str(out)])
    assert result.exit_code == 0
    assert out.read_bytes().startswith(b"\x89PNG")
    assert "values marked" in result.stderr


def test_a_document_that_cannot_be_drawn_is_one_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7")
    result = CliRunner().invoke(invoicy, ["show", str(broken)])
    assert result.exit_code == 1
    assert not list(tmp_path.glob("*.png"))
