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
from bench.fit.weights import fitted_weights

_HELP = """{sentence}

Prints how often the result is right on families of layouts that it never saw. Learns from the corpus at INVOICY_CORPUS
and from the folders of --more. With --write the result replaces shared/invoicy/data/{name}.json.
"""
_Folders = tuple[Path, ...]
Fit = Callable[[_Folders, _Folders], object]
"""Prints figures and returns the content of a data file; from folders to learn from and folders to judge by."""


def _command(name: str, sentence: str, fit: Fit) -> click.Command:
    @click.command(name, help=_HELP.format(sentence=sentence, name=name))
    @options.more
    @options.judge
    @click.option("--write", is_flag=True, help=f"Replace shared/invoicy/data/{name}.json.")
    def command(more: _Folders, judge: _Folders, *, write: bool) -> None:
        content = fit(more, judge)
        if write:
            text = json.dumps(content, indent=1, ensure_ascii=False)
            (DATA / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")

    return command


def _weights(ranking: Ranking, terms: str) -> click.Command:
    sentence = f"Fit the weights of the evidence for {terms}."
    return _command(ranking.name, sentence, lambda more, judge: fitted_weights(ranking, more, judge))


parties = _weights(PARTIES, "seller and buyer")
references = _weights(REFERENCES, "invoice number and purchase order")
dates = _weights(DATES, "issue date and due date")
confidence = _command("confidence", "Fit the curves from the score of a value to its confidence.", fitted_curves)
