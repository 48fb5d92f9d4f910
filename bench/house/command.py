"""The command line: measure trees and print one table."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack

import click

from bench.corpus import ROOT
from bench.house.figure import Figure
from bench.house.rows import ROWS, Row
from bench.house.runs import ProbeError
from bench.house.trees import Tree, tree_of

BEFORE_THE_ROOMS = "88f52ba"
"""The last revision before the modules of `pages` were grouped into packages."""


@click.command()
@click.argument("trees", nargs=-1, metavar="[REVISION_OR_CHECKOUT]...")
@click.option("--only", multiple=True, type=click.Choice([row.name for row in ROWS]), help="Measure this row alone.")
@click.option("-v", "--verbose", is_flag=True, help="List the cases behind each figure.")
def house(trees: tuple[str, ...], only: tuple[str, ...], *, verbose: bool) -> None:
    """Measure rooms, names, sentences and ways of source trees, side by side.

    Each tree is a revision or the folder of a checkout; without any, the tree before the rooms and this checkout. Every
    figure is taken in this run with this environment's Python.
    """
    rows = [row for row in ROWS if row.name in (only or [row.name])]
    with ExitStack() as unpacked:
        try:
            columns = [unpacked.enter_context(tree_of(name)) for name in trees or (BEFORE_THE_ROOMS, str(ROOT))]
        except LookupError as error:
            raise click.UsageError(str(error.args[0])) from error
        print_table(rows, columns, verbose=verbose)


def print_table(rows: Sequence[Row], trees: Sequence[Tree], *, verbose: bool) -> None:
    """Print a row as soon as it is measured, and the cases of all rows after the table."""
    print(f"| measure | {' | '.join(tree.name for tree in trees)} | goal |")
    print("| --- |" + " --- |" * (len(trees) + 1))
    cases: list[tuple[Row, Tree, Figure]] = []
    for row in rows:
        figures = [_measured(row, tree) for tree in trees]
        print(f"| {row.text} | {' | '.join(figure.text for figure in figures)} | {row.goal} |", flush=True)
        cases += [(row, tree, figure) for tree, figure in zip(trees, figures, strict=True)]
    for row, tree, figure in cases if verbose else ():
        if figure.details:
            print(f"\n{row.name}, {tree.name}", *figure.details, sep="\n  ")


def _measured(row: Row, tree: Tree) -> Figure:
    """The figure, or a question mark where the tree lacks a function that the measure needs."""
    try:
        return row.measure(tree)
    except ProbeError as error:
        print(error, file=sys.stderr)
        return Figure("?")
