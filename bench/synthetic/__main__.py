"""`python -m bench.synthetic --count N --seed S --out DIR [--split a|b]` writes invoices and their truth."""

import argparse
import json
import time
from pathlib import Path

from bench.synthetic.documents import documents


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.synthetic", description=__doc__)
    parser.add_argument("--count", type=int, default=100, help="how many documents")
    parser.add_argument("--seed", type=int, default=1, help="the same seed writes the same documents")
    parser.add_argument("--out", type=Path, required=True, help="folder for pdf/NAME.pdf and truth/NAME.json")
    parser.add_argument("--split", choices=("a", "b"), default="a", help="a to develop with, b to judge by")
    args = parser.parse_args()
    started = time.perf_counter()
    for folder in ("pdf", "truth"):
        (args.out / folder).mkdir(parents=True, exist_ok=True)
    for made in documents(args.count, args.seed, args.split):
        (args.out / "pdf" / f"{made.name}.pdf").write_bytes(made.pdf)
        text = json.dumps(made.truth, ensure_ascii=False, indent=1)
        (args.out / "truth" / f"{made.name}.json").write_text(f"{text}\n", encoding="utf-8")
    spent = time.perf_counter() - started
    print(f"{args.count} documents in {args.out}, {60 * args.count / spent:.0f} a minute")


if __name__ == "__main__":
    main()
