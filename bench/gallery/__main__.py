"""`python -m bench.gallery --out DIR [--half learn|held]` typesets the gallery and puts its truth beside it."""

import argparse
import sys
from pathlib import Path

from bench.gallery import GalleryError, pairs, write


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for pdf/NAME.pdf and truth/NAME.json")
    parser.add_argument("--half", default="", choices=("learn", "held"), help="one to learn from, or one to judge by")
    args = parser.parse_args()
    try:
        chosen = list(pairs(args.half))
        for source, truth in chosen:
            write(source, truth, args.out)
    except GalleryError as error:
        sys.exit(f"bench.gallery: {error}")
    print(f"{len(chosen)} documents in {args.out}")


if __name__ == "__main__":
    main()
