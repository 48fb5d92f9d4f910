"""The Python blocks of both READMEs and of docs/python.md run as they are, and pass a strict type checker."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.requirements import ROOT, SAMPLES

PAGES = (ROOT / "README.md", ROOT / "docs" / "python.md", ROOT / "shared" / "README.md")
BLOCKS = {
    f"{page.relative_to(ROOT)} {number}": block
    for page in PAGES
    for number, block in enumerate(re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL), 1)
}
DOCUMENTS = {
    "hybrid": SAMPLES / "hybrid-facturx-en16931.pdf",
    "rejected": SAMPLES / "not-an-invoice.pdf",
}


@pytest.fixture(params=DOCUMENTS)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with an invoice.pdf of each kind in turn, and the XML that a block names."""
    shutil.copy(DOCUMENTS[request.param], tmp_path / "invoice.pdf")
    shutil.copy(SAMPLES / "bad-total.xml", tmp_path)
    return tmp_path


def printed_by(folder: Path) -> str:
    """Output of block.py."""
    command = [sys.executable, "block.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_every_block_runs_for_every_kind_of_document(folder: Path) -> None:
    for name, block in BLOCKS.items():
        (folder / "block.py").write_text(block, encoding="utf-8")
        done = subprocess.run([sys.executable, "block.py"], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{name}: {done.stderr}"


def test_an_invoice_without_totals_and_another_document_are_handled(tmp_path: Path) -> None:
    """By the first block, which is the one that is copied."""
    (tmp_path / "block.py").write_text(BLOCKS["docs/python.md 1"], encoding="utf-8")
    (tmp_path / "invoice.pdf").write_bytes(b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>')
    assert "None no totals None\n" in printed_by(tmp_path)
    (tmp_path / "invoice.pdf").write_bytes(b"")
    rejected = "rejected\nfatal INVOICY-EMPTY-DOCUMENT The document is empty: it has no bytes.\n"
    assert printed_by(tmp_path) == rejected


def test_the_blocks_pass_a_strict_type_checker(tmp_path: Path) -> None:
    for number, block in enumerate(BLOCKS.values()):
        (tmp_path / f"block_{number}.py").write_text(block, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
