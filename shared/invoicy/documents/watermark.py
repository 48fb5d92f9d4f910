"""The watermark in drawings of `invoicy show`: a later run recognises them by it and does not read them."""

from pathlib import Path

SOFTWARE = "Invoicy show"
PNG_KEY = "Software"
PDF_END = b"\n%" + SOFTWARE.encode() + b"\n"
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_MARK = PNG_KEY.encode() + b"\0" + SOFTWARE.encode()
_HEAD_BYTES = 256  # enough for the header of a PDF, and for the first chunks of a PNG, which contain the mark


def is_drawing(path: Path) -> bool:
    """Test for a PNG or a PDF that `invoicy show` wrote, by its content; False if the file cannot be read."""
    suffix = path.suffix.lower()
    if suffix not in {".png", ".pdf"}:
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
            if suffix == ".png":
                return head.startswith(_PNG) and _PNG_MARK in head
            file.seek(max(0, path.stat().st_size - len(PDF_END)))
            return b"%PDF-" in head and file.read() == PDF_END
    except OSError:
        return False
