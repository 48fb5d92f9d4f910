"""The command for the measures of a first hour, each taken in this run."""

import os
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click
from tests.requirements import ROOT

from bench.first_hour import drawing, findings, inputs, library, start, terminal

REVIEW = Path(__file__).parent / "review.toml"
FAULTS = Path(os.environ.get("INVOICY_FAULTS") or ROOT.parent / "shared" / "faults" / "first-hour")

_FOLDER = click.Path(file_okay=False, path_type=Path)


def measures(faults: Path) -> dict[str, Callable[[], str]]:
    """Each measure by its name in review.toml."""
    return {
        "surroundings": start.surroundings,
        "broken": start.broken,
        "readme": start.readme,
        "size": start.size,
        "tables": terminal.tables,
        "content": partial(terminal.content, faults),
        "kinds": partial(inputs.kinds, faults),
        "folders": partial(inputs.folders, faults),
        "stop": inputs.stop,
        "labels": drawing.labels,
        "overwritten": drawing.overwritten,
        "memory": inputs.memory,
        "faults": findings.faults,
        "lines": findings.lines,
        "typing": library.typing,
        "buffers": library.buffers,
        "docstrings": library.docstrings,
        "suite": start.suite,
    }


@click.command()
@click.option("--only", multiple=True, metavar="NAME", help="Take this measure alone (review.toml). Repeatable.")
@click.option("--faults", type=_FOLDER, default=FAULTS, help="Folder of the review's inputs (INVOICY_FAULTS).")
@click.option("--suite", is_flag=True, help="Time `make test`, too, which takes minutes.")
def first_hour(only: tuple[str, ...], faults: Path, *, suite: bool) -> None:
    """Print the measures of a newcomer's first hour beside those of 0.1.0."""
    if not faults.is_dir():
        raise click.UsageError(
            f"There is no folder {faults}: name that of the review's inputs with --faults or INVOICY_FAULTS."
        )
    rows = tomllib.loads(REVIEW.read_text(encoding="utf-8"))
    print("| measure | 0.1.0 | now | wanted |\n| --- | --- | --- | --- |")
    for name, take in measures(faults).items():
        if name in (only or rows) and (name != "suite" or suite):
            row = rows[name]
            print(f"| {row['text']} | {row['before']} | {take()} | {row['wanted']} |", flush=True)
