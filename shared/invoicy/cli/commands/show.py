"""invoicy show: pictures of a document's pages, with a frame and a label at each value that was read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from invoicy.cli.inputs.arguments import DOCUMENT, FilesCommand
from invoicy.cli.inputs.documents import inputs_of
from invoicy.cli.inputs.options import profile_option
from invoicy.cli.inputs.store_option import settings_with
from invoicy.cli.inputs.streams import STANDARD_INPUT
from invoicy.cli.installation.advice import how_to_get
from invoicy.cli.outputs.drawings import page_targets, refuse_to_overwrite, target_of, write_drawing
from invoicy.documents.document import Document
from invoicy.documents.loading import load
from invoicy.errors import InvalidArgumentError, InvoicyError
from invoicy.extraction import MAX_DOCUMENT_BYTES, read_with_pdfs, too_large
from invoicy.wording.printable import printable

_PACKAGES = ("PIL", "font_source_sans_pro")
_STANDARD_INPUT = Path("/dev/stdin")  # of a shell's redirection, which must not be overwritten


@click.command(cls=FilesCommand)
@click.argument("file", type=DOCUMENT)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help="PNG or PDF file to write, or a folder. The default is FILE.show.png in the current folder.",
)
@click.option("--force", is_flag=True, help="Overwrite a file that exists. The document itself is never overwritten.")
@click.option(
    "--printed",
    is_flag=True,
    help="Show the values read from the pages, even if the PDF also contains the invoice as XML.",
)
@profile_option
def show(file: str, out: Path | None, force: bool, printed: bool, profile: str | None) -> None:
    """Draw the pages of FILE with a frame and a label at each value that was read, and list the findings.

    The result is a PNG for each page, or one PDF with all pages. FILE may be - for standard input.

    Exit code 0: the drawing was written; 1: there is nothing to draw, or it cannot be written; 2: wrong usage.
    """
    check_installed(_PACKAGES)
    document, source = _document(file)
    settings = settings_with(os.environ, profile=profile)
    reading, pdfs = read_with_pdfs(document, settings.profile, printed=printed)
    from invoicy.drawing.document import sheets_of  # loads Pillow and the readers of pages, which takes 60 ms
    from invoicy.drawing.files import as_pdf, as_png

    sheets = sheets_of(reading, pdfs)
    targets = page_targets(target_of(out, document.name), len(sheets))
    refuse_to_overwrite(targets, source, force=force)
    if targets[0].suffix.lower() == ".pdf":
        write_drawing(targets[0], as_pdf(sheet() for sheet in sheets))
    else:
        for target, sheet in zip(targets, sheets, strict=True):
            write_drawing(target, as_png(sheet()))
    for target in targets:
        click.echo(f"Wrote {printable(str(target))}.", err=True)


def _document(file: str) -> tuple[Document, Path]:
    """Return the document and its path."""
    if Path(file).is_dir() and file:
        raise click.UsageError(f"{file} is a folder. Give one document.")
    inputs = inputs_of((file,)).documents
    if len(inputs) != 1:
        raise click.UsageError(f"{file} matches {len(inputs)} documents. Give one document.")
    if inputs[0].problem:
        raise InvoicyError(inputs[0].problem)
    loaded = load(inputs[0].source, inputs[0].name, MAX_DOCUMENT_BYTES)
    if not loaded.whole:
        raise InvoicyError(too_large(loaded.document).findings[0].message)
    return loaded.document, _STANDARD_INPUT if file == STANDARD_INPUT else inputs[0].path


def check_installed(packages: Sequence[str]) -> None:
    """Raise InvalidArgumentError, with the command that installs the extra, if a package is missing."""
    from importlib.util import find_spec

    if any(find_spec(package) is None for package in packages):
        raise InvalidArgumentError(f"Pillow and a font are needed to draw pages. {how_to_get('show')}")
