"""Find the corpus, or explain how to name its folder."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def corpus_folder() -> Path:
    """Return the folder named by INVOICY_CORPUS, otherwise ../shared/corpus; it need not exist."""
    return Path(os.environ.get("INVOICY_CORPUS", ROOT.parent / "shared" / "corpus"))


def corpus(*parts: str) -> Path:
    """Return the corpus' folder or a part of it; exit with code 2 and a sentence if it is missing."""
    folder = corpus_folder().joinpath(*parts)
    if not folder.exists():
        print(
            f"There is no corpus at {folder}. It is not published; to measure on files of your own, lay them out as "
            "docs/corpus.md describes and name the folder: INVOICY_CORPUS=folder make bench.",
            file=sys.stderr,
        )
        sys.exit(2)
    return folder
