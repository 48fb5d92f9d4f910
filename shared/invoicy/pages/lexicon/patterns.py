"""Patterns of phrases: "(invoice|bill) (no|number|)"."""

import re
from collections.abc import Iterator
from itertools import product

from invoicy.pages.lexicon.folding import fold

_CHOICE = re.compile(r"\(([^)]*)\)")


def phrases_of(patterns: str) -> Iterator[str]:
    """Yield the folded phrases of patterns divided by semicolons, each once."""
    phrases = (phrase for pattern in patterns.split(";") for phrase in _expanded(pattern))
    yield from dict.fromkeys(phrase for phrase in phrases if phrase)


def _expanded(pattern: str) -> Iterator[str]:
    """Yield every choice of the alternatives in brackets."""
    texts_and_choices = _CHOICE.split(pattern)
    parts = [part.split("|") if index % 2 else [part] for index, part in enumerate(texts_and_choices)]
    for choice in product(*([fold(text) for text in part] for part in parts)):
        yield "".join(choice)
