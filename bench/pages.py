"""Printed invoices: what is right by field and family, what confidence is worth, and speed beside others, in one run.

usage: python -m bench.pages [--more DIR ...] [--judge DIR ...] [--errors FILE] [--speed] [--memory]

Reads the corpus at INVOICY_CORPUS. --more: folders that the weights were fitted on besides, --judge: folders that
nothing was fitted on, as bench/synthetic and bench/gallery write them; without either only the corpus is read and
nothing is said of confidence. --errors: a report with a crop of the page for every value that is wrong, but not of
what it is judged by.
"""

import argparse
from pathlib import Path

from bench.accuracy import figures
from bench.confidence import what_confidence_is_worth
from bench.errors import report
from bench.labelled import of_corpus, of_folder
from bench.memory import memory
from bench.scores import load_scores
from bench.speed import speed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--more", type=Path, nargs="*", default=[])
    parser.add_argument("--judge", type=Path, nargs="*", default=[])
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--memory", action="store_true")
    args = parser.parse_args()
    scores, of_the_corpus = load_scores(), of_corpus()
    known = of_the_corpus | {folder.name: of_folder(folder) for folder in args.more}
    for name, pairs in (known | {folder.name: of_folder(folder) for folder in args.judge}).items():
        figures(name, pairs, scores)
    if args.more or args.judge:
        what_confidence_is_worth(args.more, args.judge)
    if args.errors:
        report(args.errors, known, scores)
    paths = [path for pairs in of_the_corpus.values() for path, _ in pairs]
    if args.speed:
        speed(paths)
    if args.memory:
        memory(paths)


if __name__ == "__main__":
    main()
