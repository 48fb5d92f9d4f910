"""The phrases of labels in all languages, from data/labels."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from msgspec import Struct

from invoicy import data
from invoicy.pages.lexicon.folding import fold

PREFIX = 6


SHORTEST_END = 8


_OUTDOES = frozenset(
    {
        ("gross", "net"),
        ("gross", "tax"),
        ("issue_date", "other_date"),
        ("due_date", "other_date"),
        ("due", "gross"),
        ("other_reference", "purchase_order"),
    }
)


_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "no", "fi", "hu"})


_COMPOUNDED = frozenset({"title", "title_credit", "number", "issue_date", "due_date"})


class _Lexicon(Struct, frozen=True):
    """phrases: folded phrase -> (language, field, weight)s; prefixes: the beginnings of all phrases.

    ends: the last letters of those that compound words may end in.
    """

    phrases: dict[str, tuple[tuple[str, str, float], ...]]
    prefixes: frozenset[str]
    ends: frozenset[str]


@cache
def lexicon() -> _Lexicon:
    phrases: dict[str, list[tuple[str, str, float]]] = {}
    for name in data.names("labels"):
        for field, weight, phrase in _entries(name):
            phrases.setdefault(phrase, []).append((name.removesuffix(".tsv"), field, weight))
    for phrase, meanings in phrases.items():
        if len(meanings) > 1:
            phrases[phrase] = [meaning for meaning in meanings if not _is_outdone(meaning, meanings)]
    longest = {phrase[:PREFIX] for phrase in phrases}
    prefixes = frozenset(prefix[:length] for prefix in longest for length in range(1, PREFIX + 1))
    ends = frozenset(phrase[-SHORTEST_END:] for phrase, meanings in phrases.items() if is_compounded(meanings))
    return _Lexicon({phrase: tuple(meanings) for phrase, meanings in phrases.items()}, prefixes, ends)


def is_compounded(meanings: Iterable[tuple[str, str, float]]) -> bool:
    return any(language in _COMPOUNDING and field in _COMPOUNDED for language, field, _ in meanings)


def _is_outdone(meaning: tuple[str, str, float], meanings: list[tuple[str, str, float]]) -> bool:
    """Patterns make a phrase of a language twice now and then; the meaning that comes first here stays."""
    return any(
        (field, meaning[1]) in _OUTDOES and language == meaning[0] and weight >= meaning[2]
        for language, field, weight in meanings
    )


def _entries(name: str) -> Iterator[tuple[str, float, str]]:
    for field, weight, phrases in data.rows(f"labels/{name}"):
        for folded in {phrase for pattern in phrases.split(";") for phrase in _expanded(pattern)} - {""}:
            yield field, float(weight), folded


def _expanded(pattern: str) -> Iterable[str]:
    """(a|b) c -> ac, bc, folded"""
    parts = re.split(r"\(([^)]*)\)", pattern)
    choices = [[fold(one) for one in (part.split("|") if index % 2 else [part])] for index, part in enumerate(parts)]
    return ("".join(choice) for choice in product(*choices))
