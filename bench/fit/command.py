"""The commands that fit weights and curves, and write them where the reader finds them."""

import json
from collections.abc import Callable
from pathlib import Path

import click

from bench import options
from bench.fit.confidence import fitted_curves
from bench.fit.dates import RANKING as DATES
from bench.fit.parties import RANKING as PARTIES
from bench.fit.ranking import DATA, Ranking
from bench.fit.references import RANKING as REFERENCES
from bench.fit.totals import FACTORS, balance, labelled_pages, table_with, variations
from bench.fit.weights import fitted_weights
from bench.labelled import learnt_from, of_folder
from bench.scores import load_scores

_HELP = """{sentence}

Prints how often the result is right on families of layouts that it never saw. Learns from the corpus at INVOICY_CORPUS
and from the folders of --more. With --write the result replaces shared/invoicy/data/weights/{name}.json.
"""
_Folders = tuple[Path, ...]
Fit = Callable[[_Folders, _Folders], object]
"""Prints figures and returns the content of a data file; from folders to learn from and folders to judge by."""


def _command(name: str, sentence: str, fit: Fit) -> click.Command:
    @click.command(name, help=_HELP.format(sentence=sentence, name=name))
    @options.more
    @options.judge
    @click.option("--write", is_flag=True, help=f"Replace shared/invoicy/data/weights/{name}.json.")
    def command(more: _Folders, judge: _Folders, *, write: bool) -> None:
        content = fit(more, judge)
        if write:
            text = json.dumps(content, indent=1, ensure_ascii=False)
            (DATA / "weights" / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")

    return command


def _weights(ranking: Ranking, terms: str) -> click.Command:
    sentence = f"Fit the weights of the evidence for {terms}."
    return _command(ranking.name, sentence, lambda more, judge: fitted_weights(ranking, more, judge))


parties = _weights(PARTIES, "seller and buyer")
references = _weights(REFERENCES, "invoice number and purchase order")
dates = _weights(DATES, "issue date and due date")
confidence = _command("confidence", "Fit the curves from the score of a value to its confidence.", fitted_curves)


@click.command("totals")
@options.more
@options.judge
@click.option("--write", is_flag=True, help="Write the best values to shared/invoicy/data/weights/totals.tsv.")
def totals(more: _Folders, judge: _Folders, *, write: bool) -> None:
    """Vary each weight of the totals alone and print how many more totals are right.

    Learns from the corpus at INVOICY_CORPUS and from the folders of --more. Weights without effect are left out.
    """
    scores, invoices = load_scores(), labelled_pages(learnt_from(more))
    click.echo(f"{len(invoices)} invoices, right less wrong totals: {balance(invoices, scores)}")
    for folder in judge:
        click.echo(f"{folder.name}: {balance(labelled_pages(of_folder(folder)), scores)}")
    click.echo(f"{'weight':36}{'value':>8}" + "".join(f"{f'x {factor}':>8}" for factor in FACTORS))
    best: dict[str, float] = {}
    for variation in variations(invoices, scores):
        best[variation.name] = variation.best
        if any(variation.gains):
            gains = "".join(f"{gain:>+8}" for gain in variation.gains)
            click.echo(f"{variation.name:36}{variation.value:>8}{gains}")
    if write:
        (DATA / "weights" / "totals.tsv").write_text(table_with(best), encoding="utf-8")
