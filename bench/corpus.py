"""Find the corpus, or say in a sentence how to name it."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def corpus() -> Path:
    """The corpus' folder; ends the program with a sentence where there is none."""
    folder = Path(os.environ.get("INVOICY_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not folder.is_dir():
        sys.exit(
            f"There is no corpus at {folder}. It is not published; to measure on files of your own, lay them out as "
            "docs/corpus.md says and name the folder: INVOICY_CORPUS=folder make bench."
        )
    return folder
