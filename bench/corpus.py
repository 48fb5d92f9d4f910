"""Find the corpus, or explain how to name its folder."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def corpus_folder() -> Path:
    """The folder named by INVOICY_CORPUS, else ../shared/corpus; it need not exist."""
    return Path(os.environ.get("INVOICY_CORPUS", ROOT.parent / "shared" / "corpus"))


def corpus(*parts: str) -> Path:
    """The corpus' folder or a part of it; exits with code 2 and a sentence where it is missing."""
    folder = corpus_folder().joinpath(*parts)
    if not folder.exists():
        print(
            f"There is no corpus at {folder}. It is not published; to measure on files of your own, lay them out as "
            "docs/corpus.md says and name the folder: INVOICY_CORPUS=folder make bench.",
            file=sys.stderr,
        )
        sys.exit(2)
    return folder
