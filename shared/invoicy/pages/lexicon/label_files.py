"""The files of data/labels, one for each language."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy import data
from invoicy.pages.lexicon.patterns import phrases_of

_COMPOUNDS, _NOT_COMPOUNDS = "compounds", "not_compounds"


class LabelFile(Struct, frozen=True):
    """The labels of a language.

    phrases: field, weight and folded phrase. compounds: fields whose labels may end a longer word.
    not_compounds: folded words that end like a label but are something else.
    """

    language: str
    phrases: tuple[tuple[str, float, str], ...]
    compounds: frozenset[str]
    not_compounds: frozenset[str]


def label_files() -> Iterator[LabelFile]:
    """Yield the files of all languages, sorted by language."""
    for name in data.names("labels"):
        yield _label_file(name)


def _label_file(name: str) -> LabelFile:
    phrases: list[tuple[str, float, str]] = []
    special: dict[str, frozenset[str]] = {_COMPOUNDS: frozenset(), _NOT_COMPOUNDS: frozenset()}
    for field, weight, patterns in data.rows(f"labels/{name}"):
        if field in special:
            special[field] = frozenset(pattern.strip() for pattern in patterns.split(";"))
        else:
            phrases += ((field, float(weight), phrase) for phrase in phrases_of(patterns))
    language = name.removesuffix(".tsv")
    return LabelFile(language, tuple(phrases), special[_COMPOUNDS], special[_NOT_COMPOUNDS])
