"""An invoice typeset by Typst with a code on it, drawn in one of the ways in which programs draw codes."""

import io
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import segno
import typst
from PIL import Image

_TEMPLATE = """
#set page(width: 595pt, height: 842pt, margin: 50pt)
#set text(size: 10pt)
*{seller}* \\ Hafenstrasse 12 \\ 20457 Hamburg
#v(1em)
Bill to \\ Elbwerk AG \\ Lange Zeile 4 \\ 8000 Musterstadt
#v(1em)
= Invoice
Invoice number: {number} \\
Invoice date: {date} \\
VAT number: {vat_number}
#v(1em)
#table(columns: (1fr, 80pt), align: (left, right),
  [Consulting], [{currency} {net}],
  [Net total], [{currency} {net}],
  [VAT {rate} %], [{currency} {vat}],
  [Total including VAT], [{currency} {gross}],
)
#v(1em)
{payment}
#v(2em)
{code}
"""
PRINTED = {
    "seller": "Nordlicht Beratung GmbH",
    "number": "RE-2026-118",
    "date": "2026-03-05",
    "vat_number": "DE123456788",
    "currency": "EUR",
    "net": "1000.00",
    "rate": "19",
    "vat": "190.00",
    "gross": "1190.00",
    "payment": "",
}


def _svg(code: segno.QRCode) -> tuple[str, bytes]:
    out = io.BytesIO()
    code.save(out, kind="svg", border=0, scale=4)
    return "code.svg", out.getvalue()


def _png(code: segno.QRCode) -> tuple[str, bytes]:
    out = io.BytesIO()
    code.save(out, kind="png", border=4, scale=5)
    return "code.png", out.getvalue()


def _picture(draw: Callable[[segno.QRCode], tuple[str, bytes]], code: segno.QRCode, folder: Path) -> str:
    name, content = draw(code)
    (folder / name).write_bytes(content)
    return f'#image("{name}", width: 110pt)'


def as_path(code: segno.QRCode, folder: Path) -> str:
    """One path of many strokes, within a form."""
    return _picture(_svg, code, folder)


def as_pixels(code: segno.QRCode, folder: Path) -> str:
    """A picture of pixels."""
    return _picture(_png, code, folder)


def as_squares(code: segno.QRCode, _: Path) -> str:
    """A filled square a module."""
    size = 110 / len(code.matrix)
    squares = (
        f"#place(dx: {x * size:.3f}pt, dy: {y * size:.3f}pt, square(size: {size:.3f}pt, fill: black))"
        for y, row in enumerate(code.matrix)
        for x, dark in enumerate(row)
        if dark
    )
    return "#block(width: 110pt, height: 110pt)[" + "".join(squares) + "]"


def as_rows(code: segno.QRCode, _: Path) -> str:
    """A filled bar for each run of dark modules."""
    size = 110 / len(code.matrix)
    bars = []
    for y, row in enumerate(code.matrix):
        x = 0
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                shape = f"rect(width: {width * size:.3f}pt, height: {size:.3f}pt, fill: black)"
                bars.append(f"#place(dx: {x * size:.3f}pt, dy: {y * size:.3f}pt, {shape})")
            x += width
    return "#block(width: 110pt, height: 110pt)[" + "".join(bars) + "]"


def as_jpeg(code: segno.QRCode, folder: Path) -> str:
    """A picture with the noise of a photograph."""
    with Image.open(io.BytesIO(_png(code)[1])) as image:
        image.convert("RGB").resize((350, 350)).save(folder / "code.jpg", quality=80)
    return '#image("code.jpg", width: 110pt)'


DRAWINGS = (as_path, as_pixels, as_jpeg, as_squares, as_rows)


def sheet(payload: str | bytes | None, drawing: Callable[[segno.QRCode, Path], str] = as_path, **printed: str) -> bytes:
    """Return a PDF. payload: the content of its code, None for no code. printed: other values than those of PRINTED."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        code = drawing(segno.make_qr(payload, error="m"), folder) if payload else ""
        source = folder / "sheet.typ"
        source.write_text(_TEMPLATE.format(code=code, **{**PRINTED, **printed}), encoding="utf-8")
        pdf: bytes = typst.compile(source)
        return pdf
