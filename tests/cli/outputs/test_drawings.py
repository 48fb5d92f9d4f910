"""Files that `invoicy show` writes without overwriting a document."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from invoicy.cli import invoicy
from invoicy.cli.inputs.documents import inputs_of
from invoicy.cli.outputs.drawings import page_targets, target_of, write_drawing
from invoicy.documents.watermark import is_drawing
from invoicy.errors import InvalidArgumentError, InvoicyError
from tests.requirements import SAMPLES


@pytest.fixture
def bill(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES / "printed-us.pdf", tmp_path / "bill.pdf"))


def _show(*arguments: object) -> Result:
    return CliRunner().invoke(invoicy, ["show", *map(str, arguments)])


@pytest.mark.parametrize("name", ["bill.pdf", "sub/../bill.pdf", "hard.png", "soft.pdf"])
def test_the_document_is_never_overwritten_under_any_of_its_names(bill: Path, name: str) -> None:
    content = bill.read_bytes()
    (bill.parent / "sub").mkdir()
    (bill.parent / "hard.png").hardlink_to(bill)
    (bill.parent / "soft.pdf").symlink_to(bill)
    result = _show(bill, "-o", bill.parent / name, "--force")
    assert isinstance(result.exception, InvalidArgumentError)
    assert "is the document itself" in str(result.exception)
    assert bill.read_bytes() == content


def test_a_file_that_is_there_is_overwritten_only_with_force(bill: Path) -> None:
    other = bill.with_name("other.png")
    other.write_text("a picture of somebody")
    refused = _show(bill, "-o", other)
    assert "already exists" in str(refused.exception)
    assert other.read_text() == "a picture of somebody"
    assert _show(bill, "-o", other, "--force").exit_code == 0
    assert is_drawing(other)


def test_a_link_that_leads_nowhere_counts_as_a_file_that_is_there(bill: Path) -> None:
    link = bill.with_name("link.png")
    link.symlink_to(bill.with_name("elsewhere.png"))
    assert "already exists" in str(_show(bill, "-o", link).exception)
    assert not bill.with_name("elsewhere.png").exists()


def test_a_drawing_goes_into_the_current_folder_by_default(
    bill: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert _show(bill).exit_code == 0
    assert [file.name for file in here.iterdir()] == ["bill.show.png"]
    assert is_drawing(here / "bill.show.png")


def test_a_drawing_in_a_folder_of_documents_is_not_read(bill: Path) -> None:
    for name in ("page.png", "page.pdf"):
        assert _show(bill, "-o", bill.with_name(name)).exit_code == 0
    assert [each.path for each in inputs_of((str(bill.parent),)).documents] == [bill]


def test_a_long_name_is_cut_so_that_all_pages_can_be_written() -> None:
    assert len(target_of(None, "ä" * 125 + ".pdf").name.encode()) < 220


def test_documents_are_not_drawings(bill: Path, tmp_path: Path) -> None:
    picture = tmp_path / "photo.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert not is_drawing(bill)
    assert not is_drawing(picture)
    assert not is_drawing(tmp_path / "nothing.pdf")


def test_a_name_that_is_neither_png_nor_pdf_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match=r"page\.jpg must end in \.png or \.pdf"):
        target_of(Path("page.jpg"), "bill.pdf")


def test_each_page_has_a_picture_of_its_own() -> None:
    assert page_targets(Path("d/bill.png"), 2) == (Path("d/bill.p1.png"), Path("d/bill.p2.png"))
    assert page_targets(Path("bill.png"), 1) == (Path("bill.png"),)
    assert page_targets(Path("bill.pdf"), 2) == (Path("bill.pdf"),)


def test_a_missing_folder_is_reported_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InvoicyError, match=r"page\.png cannot be written: No such file or directory\.$"):
        write_drawing(tmp_path / "none" / "page.png", b"picture")


def test_a_full_disk_is_reported_and_leaves_no_partial_file(bill: Path) -> None:
    """A limit on the size of files is how a disk gets full for one process."""
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))"
    code = f"{limit}; from invoicy.cli import main; main()"
    target = bill.with_name("page.png")
    # -B: CPython keeps byte code that the limit cut off, and every later import of the module fails
    command = [sys.executable, "-B", "-c", code, "show", str(bill), "-o", str(target)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "80"})
    assert run.returncode == 1
    assert run.stderr == f"invoicy: {target} cannot be written: File too large.\n"
    assert [file.name for file in bill.parent.iterdir()] == ["bill.pdf"]
