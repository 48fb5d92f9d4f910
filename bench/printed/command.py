"""The command for printed invoices."""

from pathlib import Path

import click

from bench import options
from bench.fit.confidence import fitted_curves
from bench.labelled import of_corpus, of_folder
from bench.printed.accuracy import figures
from bench.printed.errors import report
from bench.printed.memory import memory
from bench.printed.speed import speed
from bench.scores import load_scores


@click.command()
@options.more
@options.judge
@click.option("--errors", type=click.Path(path_type=Path), help="Write a page with a crop for every wrong value.")
@click.option("--speed", "timed", is_flag=True, help="Time Invoicy beside PDFium and invoice2data.")
@click.option("--memory", "measured", is_flag=True, help="Measure memory over many readings.")
def printed(
    more: tuple[Path, ...], judge: tuple[Path, ...], errors: Path | None, *, timed: bool, measured: bool
) -> None:
    """Print how many values of printed invoices are right, by field and family.

    Reads the corpus at INVOICY_CORPUS. --more: folders that the weights were fitted on besides; --judge: folders that
    nothing was fitted on. With one of them, the worth of confidence is printed, too. --errors leaves out what is judged
    by.
    """
    scores, from_corpus = load_scores(), of_corpus()
    known = from_corpus | {folder.name: of_folder(folder) for folder in more}
    for name, pairs in (known | {folder.name: of_folder(folder) for folder in judge}).items():
        figures(name, pairs, scores)
    if more or judge:
        fitted_curves(more, judge)
    if errors:
        report(errors, known, scores)
    paths = [path for pairs in from_corpus.values() for path, _ in pairs]
    if timed:
        speed(paths)
    if measured:
        memory(paths)
