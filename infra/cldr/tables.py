"""Reading the additions and writing the tables of shared/invoicy/data."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from babel import Locale

_ROOT = Path(__file__).parents[2]
DATA = _ROOT / "shared" / "invoicy" / "data"
_LOCALES = {"no": "nb"}  # labels/no.tsv is Norwegian Bokmål


def locale_of(language: str) -> Locale:
    """Return the locale of a language. language: ISO 639-1 code, as the names of the files in data/labels."""
    return Locale.parse(_LOCALES.get(language, language))


def added(name: str) -> list[list[str]]:
    """Return the lines of a table of additions beside this module, without its head."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the text of a table."""
    return "".join("\t".join(row) + "\n" for row in (head, *rows))


def alternatives(names: Iterable[str]) -> str:
    """Return a cell with each name once, divided by bars."""
    return "|".join(dict.fromkeys(name for name in names if name))
