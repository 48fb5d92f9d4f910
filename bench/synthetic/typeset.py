"""Sheets to PDF by Typst, with the fonts of the wheels alone, so that every machine writes the same."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import font_roboto
import font_source_sans_pro
import msgspec
import typst

from bench.synthetic.kinds import HERE
from bench.synthetic.sheet import Sheet

TEMPLATES = HERE / "templates"
TYPESET = datetime(2024, 1, 1, tzinfo=UTC)


def typeset(sheet: Sheet, layout: str) -> bytes:
    """The PDF of a sheet in a layout; two runs give the same bytes."""
    inputs = {"sheet": msgspec.json.encode(sheet).decode()}
    pdf = _compiler(layout).compile(format="pdf", sys_inputs=inputs, timestamp=TYPESET)
    if not isinstance(pdf, bytes):
        raise TypeError(f"typst gave {type(pdf).__name__} for layout {layout}, not one PDF")
    return pdf


@cache
def _compiler(layout: str) -> typst.Compiler:
    folders = [Path(package.__path__[0]) / "files" for package in (font_roboto, font_source_sans_pro)]
    return typst.Compiler(TEMPLATES / f"{layout}.typ", root=TEMPLATES, font_paths=folders, ignore_system_fonts=True)
