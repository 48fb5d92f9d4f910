"""Write the picture of docs/show.md and README.md: python -m docs.pictures."""

from pathlib import Path

from PIL import Image

from invoicy.documents.document import Document
from invoicy.drawing.document import sheets_of
from invoicy.drawing.files import as_png
from invoicy.extraction import read_with_pdfs

_ROOT = Path(__file__).parents[1]
_SAMPLE = _ROOT / "samples" / "documents" / "printed-french.pdf"
PICTURE = _ROOT / "docs" / "images" / "show.png"
_WIDTH, _COLOURS = 1400, 256


def picture() -> bytes:
    """Return the drawing of a sample as PNG, 1400 pixels wide and in few colours, so that it loads fast."""
    document = Document.of(_SAMPLE.read_bytes(), _SAMPLE.name)
    sheet = sheets_of(*read_with_pdfs(document))[0]()
    small = sheet.resize((_WIDTH, round(sheet.height * _WIDTH / sheet.width)), Image.Resampling.LANCZOS)
    return as_png(small.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE))


def main() -> None:
    """Write the picture."""
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_bytes(picture())
    print(PICTURE.relative_to(_ROOT))  # noqa: T201  # a command prints the name of the file that it wrote


if __name__ == "__main__":
    main()
