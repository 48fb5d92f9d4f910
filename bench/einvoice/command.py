"""The command for e-invoices."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from bench.corpus import corpus
from bench.einvoice.hybrids import print_hybrids
from bench.einvoice.memory import print_memory
from bench.einvoice.pairs import print_pairs
from bench.einvoice.speed import print_speed
from bench.einvoice.values import print_values

PARTS: Final[dict[str, Callable[[Path], None]]] = {
    "values": print_values,
    "pairs": print_pairs,
    "hybrids": print_hybrids,
    "speed": print_speed,
    "memory": print_memory,
}


@click.command()
@click.option("--only", multiple=True, type=click.Choice(list(PARTS)), help="Print this part alone. Repeatable.")
def einvoice(only: tuple[str, ...]) -> None:
    """Print the figures of reading e-invoices.

    values: leaves of official examples that come back in the reading, beside peers. pairs: KoSIT's examples in UBL
    beside the same in CII. hybrids: PDFs of which the XML is read. speed: milliseconds beside peers. memory: peaks for
    one document and for many. Reads the corpus at INVOICY_CORPUS.
    """
    folder = corpus("einvoice")
    for name in only or PARTS:
        PARTS[name](folder)
