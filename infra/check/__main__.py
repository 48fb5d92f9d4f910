"""python -m infra.check: print a sentence for each problem, and exit with 1 if there is a problem."""

from collections.abc import Iterator
from pathlib import Path

import click

from infra.check import class_names, words

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "shared" / "invoicy"
CLOUDS = (ROOT / "functions" / "aws" / "invoicy_aws", ROOT / "functions" / "gcp" / "invoicy_gcp")
CODE = (LIBRARY, *CLOUDS, *(ROOT / folder for folder in ("infra", "tests", "bench", "docs", "samples")))


def problems() -> Iterator[str]:
    """Yield a sentence for each problem in the code of this checkout."""
    for folder in CODE:
        for path in sorted(folder.rglob("*.py")):
            yield from words.problems_in(path)
    yield from class_names.problems_in(LIBRARY, CLOUDS)


@click.command()
def main() -> None:
    """Check the words of docstrings and comments, and that no class name means two things."""
    sentences = [sentence.replace(f"{ROOT}/", "") for sentence in problems()]
    for sentence in sentences:
        click.echo(sentence)
    click.echo(f"{len(sentences)} problems." if sentences else "Words and class names are fine.")
    raise SystemExit(bool(sentences))


if __name__ == "__main__":
    main()
