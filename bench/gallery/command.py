"""The command for invoices made by hand."""

from pathlib import Path

import click

from bench.gallery.typesetting import GalleryError, pairs, write


@click.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for pdf/NAME.pdf, truth/NAME.json.")
@click.option("--half", type=click.Choice(["learn", "held"]), help="Only those to learn from, or to judge by.")
def gallery(out: Path, half: str | None) -> None:
    """Typeset the invoices made by hand, and put their truth beside them."""
    try:
        chosen = list(pairs(half or ""))
        for source, truth in chosen:
            write(source, truth, out)
    except GalleryError as error:
        raise click.ClickException(str(error)) from error
    print(f"{len(chosen)} documents in {out}")
