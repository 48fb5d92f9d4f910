"""Print the measures of a first hour beside those of 0.1.0, each taken in this run.

usage: python -m bench.first_hour [--only NAME ...] [--faults DIR] [--suite]
DIR holds the inputs of the review (INVOICY_FAULTS, ../shared/faults/first-hour). --suite times `make test` too.
"""

import argparse
import os
import sys
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.requirements import ROOT

from bench.first_hour import drawing, findings, inputs, library, start, terminal

REVIEW = Path(__file__).parent / "review.toml"
FAULTS = Path(os.environ.get("INVOICY_FAULTS") or ROOT.parent / "shared" / "faults" / "first-hour")


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


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.first_hour", description="The measures of a first hour")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="take these measures alone")
    parser.add_argument("--faults", type=Path, default=FAULTS, metavar="DIR", help="folder of the review's inputs")
    parser.add_argument("--suite", action="store_true", help="time `make test` too, which takes minutes")
    arguments = parser.parse_args()
    if not arguments.faults.is_dir():
        sys.exit(
            f"There is no folder {arguments.faults}: name that of the review's inputs with --faults or INVOICY_FAULTS."
        )
    rows = tomllib.loads(REVIEW.read_text(encoding="utf-8"))
    print("| measure | 0.1.0 | now | wanted |\n| --- | --- | --- | --- |")
    for name, take in measures(arguments.faults).items():
        if name in (arguments.only or rows) and (name != "suite" or arguments.suite):
            row = rows[name]
            print(f"| {row['text']} | {row['before']} | {take()} | {row['wanted']} |", flush=True)


if __name__ == "__main__":
    main()
