"""invoicy show: the pages of a document with every value that was read marked and named."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

import click

from invoicy.cli.drawings import page_targets, refuse_to_overwrite, target_of, write_drawing
from invoicy.cli.installation import how_to_get
from invoicy.cli.options import profile_option
from invoicy.cli.place import settings_with
from invoicy.cli.printable import printable
from invoicy.document import Document
from invoicy.errors import InvalidArgumentError
from invoicy.extraction import MAX_DOCUMENT_BYTES, read_document, too_large
from invoicy.sources import load

_STANDARD_INPUT = "-"


@click.command()
@click.argument("file", type=click.Path())
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help="PNG or PDF to write, or a folder. By default FILE.show.png in the current folder.",
)
@click.option("--force", is_flag=True, help="Overwrite a file that exists. The document itself is never overwritten.")
@click.option(
    "--printed",
    is_flag=True,
    help="Show what the pages alone give, even where the PDF also contains the invoice as XML.",
)
@profile_option
def show(file: str, out: Path | None, force: bool, printed: bool, profile: str | None) -> None:
    """Draw the pages of FILE with each value that was read framed and named, and list the findings.

    A PNG is written for each page, or one PDF of all pages. FILE may be - for standard input.

    Exit code 0: the drawing was written; 1: there is nothing to draw, or it cannot be written; 2: wrong usage.
    """
    _need_pillow()
    document, source = _document(file)
    settings = settings_with(os.environ, profile=profile)
    reading = read_document(document, settings.profile, printed=printed)
    from invoicy.drawing.document import sheets_of  # Pillow and the readers of pages: 60 ms that --help need not pay
    from invoicy.drawing.files import as_pdf, as_png

    sheets = sheets_of(document, reading)
    targets = page_targets(target_of(out, document.name), len(sheets))
    refuse_to_overwrite(targets, source, force=force)
    if targets[0].suffix.lower() == ".pdf":
        write_drawing(targets[0], as_pdf(sheet() for sheet in sheets))
    else:
        for target, sheet in zip(targets, sheets, strict=True):
            write_drawing(target, as_png(sheet()))
    for target in targets:
        click.echo(f"written: {printable(str(target))}", err=True)


def _document(file: str) -> tuple[Document, Path | int]:
    """The document, and its path or the number of the open file that it comes from."""
    if not file:
        raise click.UsageError("FILE is empty: name a file, or - for standard input.")
    if file == _STANDARD_INPUT:
        loaded = load(sys.stdin.buffer, "stdin", MAX_DOCUMENT_BYTES)
        source: Path | int = _descriptor(sys.stdin.buffer)
    else:
        loaded = load(file, "", MAX_DOCUMENT_BYTES)
        source = Path(file)
    if not loaded.whole:
        raise InvalidArgumentError(too_large(loaded.document).findings[0].message)
    return loaded.document, source


def _descriptor(file: IO[bytes]) -> int:
    """The number of an open file; -1, which is none, for one that the system does not know."""
    try:
        return file.fileno()
    except OSError:
        return -1


def _need_pillow() -> None:
    from importlib.util import find_spec

    if find_spec("PIL") is None or find_spec("font_source_sans_pro") is None:
        raise InvalidArgumentError(f"Drawing pages needs Pillow and a font. {how_to_get('show')}")
