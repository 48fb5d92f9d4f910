"""Drawings of `invoicy show` are recognised by their watermark."""

from pathlib import Path

import pytest

from invoicy.documents.watermark import PDF_END, PNG_KEY, SOFTWARE, is_drawing

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 30


@pytest.mark.parametrize(
    ("name", "content", "is_ours"),
    [
        ("a.png", PNG + PNG_KEY.encode() + b"\0" + SOFTWARE.encode(), True),
        ("a.png", PNG, False),
        ("a.pdf", b"%PDF-1.7\n..." + PDF_END, True),
        ("a.pdf", b"%PDF-1.7\n...", False),
        ("a.txt", b"%PDF-1.7\n..." + PDF_END, False),
    ],
)
def test_the_watermark_decides(tmp_path: Path, name: str, content: bytes, *, is_ours: bool) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert is_drawing(file) is is_ours


def test_a_missing_file_is_not_a_drawing(tmp_path: Path) -> None:
    assert not is_drawing(tmp_path / "a.png")
