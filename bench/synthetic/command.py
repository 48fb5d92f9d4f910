"""The command for random invoices."""

import json
import time
from pathlib import Path

import click

from bench.synthetic.documents import documents
from bench.synthetic.kinds import Half


@click.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for pdf/NAME.pdf, truth/NAME.json.")
@click.option("--count", type=int, default=100, show_default=True, help="Number of documents.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed writes the same documents.")
@click.option(
    "--split", type=click.Choice(["a", "b"]), default="a", help="a (the default) to develop with, b to judge by."
)
def synthetic(out: Path, count: int, seed: int, split: Half) -> None:
    """Write random invoices in twenty languages, with their truth."""
    started = time.perf_counter()
    for folder in ("pdf", "truth"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for made in documents(count, seed, split):
        (out / "pdf" / f"{made.name}.pdf").write_bytes(made.pdf)
        text = json.dumps(made.truth, ensure_ascii=False, indent=1)
        (out / "truth" / f"{made.name}.json").write_text(f"{text}\n", encoding="utf-8")
    spent = time.perf_counter() - started
    print(f"{count} documents in {out}, {60 * count / spent:.0f} a minute")
