"""invoicy show: the pages of a document with a box and a name around every value that was read."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import click

from invoicy.api import read
from invoicy.cli.drawings import refuse_to_overwrite, target_of, write_drawing
from invoicy.cli.installation import how_to_get
from invoicy.cli.printable import printable
from invoicy.drawing.signature import PNG_KEY, SOFTWARE
from invoicy.errors import InvalidArgumentError
from invoicy.pages.qr.codes import codes_on
from invoicy.pages.qr.shapes import Box
from invoicy.pages.words import MAX_PAGES
from invoicy.pdfium import open_pdf
from invoicy.reading import Evidence, Reading

if TYPE_CHECKING:
    from PIL import Image

_SCALE = 2.0
_SURE, _DOUBTFUL, _CODE = (0, 120, 60), (200, 80, 0), (0, 70, 200)
_LABEL = 70
_THRESHOLD = 0.8


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="PNG or folder to write; FILE.show.png here by default."
)
@click.option("--force", is_flag=True, help="Overwrite the file that is there; never the document itself.")
def show(file: Path, out: Path | None, force: bool) -> None:
    """Draw the pages of FILE with a box and a name around every value that was read."""
    _need_pillow()
    reading = read(file, printed=True)
    target = target_of(out, file.name)
    refuse_to_overwrite((target,), file, force=force)
    write_drawing(target, drawn(file.read_bytes(), reading))
    count = sum(len(one.evidence) for one in reading.invoices)
    click.echo(f"{count} values marked in {printable(str(target))}", err=True)


def _need_pillow() -> None:
    from importlib.util import find_spec

    if find_spec("PIL") is None:
        raise InvalidArgumentError(f"Drawing pages needs Pillow. {how_to_get('show')}")


def drawn(content: bytes, reading: Reading) -> bytes:
    """A PNG of the pages under each other, marked.

    Raises UnreadableDocumentError for a PDF that is encrypted or broken.
    """
    marks = [(pointer, shown) for one in reading.invoices for pointer, shown in one.evidence.items()]
    with open_pdf(content) as pdf:
        codes = [(index + 1, code) for index in range(min(len(pdf), MAX_PAGES)) for code in codes_on(pdf[index])]
        numbers = sorted({shown.page for _, shown in marks} | {number for number, _ in codes}) or [1]
        pages = {number: pdf[number - 1].render(scale=_SCALE).to_pil() for number in numbers}
    of_codes: dict[tuple[int, Box], list[str]] = {(number, code.box): [] for number, code in codes}
    for pointer, shown in marks:
        if (shown.page, shown.box) in of_codes:
            of_codes[shown.page, shown.box].append(pointer)
        else:
            _mark(pages[shown.page], pointer, shown)
    for (number, box), pointers in of_codes.items():
        _mark_code(pages[number], box, pointers)
    return _joined(list(pages.values()))


def _mark(page: Image.Image, pointer: str, shown: Evidence) -> None:
    colour = _SURE if shown.confidence >= _THRESHOLD else _DOUBTFUL
    _framed(page, shown.box, f"{pointer.strip('/')} {shown.confidence:.2f}", colour)


def _mark_code(page: Image.Image, box: Box, pointers: list[str]) -> None:
    """One frame for all that was taken from a code; a code that only confirms what is printed has no names."""
    names = ", ".join(pointer.rpartition("/")[2] for pointer in pointers)
    _framed(page, box, f"qr {names}"[:_LABEL], _CODE)


def _framed(page: Image.Image, shares: Box, label: str, colour: tuple[int, int, int]) -> None:
    from PIL import ImageDraw  # 30 ms, wanted only to draw

    draw = ImageDraw.Draw(page)
    x0, top, x1, bottom = shares
    box = (x0 * page.width - 2, top * page.height - 2, x1 * page.width + 2, bottom * page.height + 2)
    draw.rectangle(box, outline=colour, width=2)
    draw.text((box[0], box[1] - 12), label, fill=colour)


def _joined(pages: list[Image.Image]) -> bytes:
    from PIL import Image, PngImagePlugin

    sheet = Image.new("RGB", (max(page.width for page in pages), sum(page.height for page in pages)), "white")
    top = 0
    for page in pages:
        sheet.paste(page, (0, top))
        top += page.height
    stream = io.BytesIO()
    signature = PngImagePlugin.PngInfo()
    signature.add_text(PNG_KEY, SOFTWARE)
    sheet.save(stream, "PNG", pnginfo=signature)
    return stream.getvalue()
