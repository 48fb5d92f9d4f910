"""The phrases of labels in all languages and their meanings."""

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from invoicy import data
from invoicy.pages.lexicon.label_files import LabelFile, label_files

# Letters by which most words that begin no phrase are recognized; with more the set of beginnings only grows.
_PREFIX_LENGTH = 6

# Letters of the shortest label that may end a compound word, as Rechnung: shorter ones end many other words.
_MIN_END = 8

# Language, field and weight of a phrase.
Meaning = tuple[str, str, float]


class Lexicon(Struct, frozen=True):
    """All phrases, folded.

    phrases: the meanings of each. prefixes: the first letters of all phrases. ends: the last letters of labels that may
    end a compound word. compounds: languages and fields of such labels. not_compounds: words that are no such compound.
    """

    phrases: dict[str, tuple[Meaning, ...]]
    prefixes: frozenset[str]
    ends: frozenset[str]
    compounds: frozenset[tuple[str, str]]
    not_compounds: frozenset[str]

    def may_begin(self, text: str) -> bool:
        """Test whether a phrase begins with a text. text: folded."""
        return text[:_PREFIX_LENGTH] in self.prefixes

    def label_at_end_of(self, word: str) -> str:
        """Return the longest label that ends a compound word; empty without one. word: folded."""
        if word[-_MIN_END:] not in self.ends or word in self.not_compounds:
            return ""
        ends = (word[start:] for start in range(1, len(word) - _MIN_END + 1))
        return next((end for end in ends if may_end_compound(self.phrases.get(end, ()), self.compounds)), "")


def may_end_compound(meanings: Iterable[Meaning], compounds: frozenset[tuple[str, str]]) -> bool:
    """Test whether a phrase may end a compound word in one of its languages. compounds: languages and fields."""
    return any((language, field) in compounds for language, field, _ in meanings)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon; the files are read once."""
    files = tuple(label_files())
    phrases = _phrases(files)
    compounds = frozenset((file.language, field) for file in files for field in file.compounds)
    beginnings = {phrase[:_PREFIX_LENGTH] for phrase in phrases}
    return Lexicon(
        phrases=phrases,
        prefixes=frozenset(text[:length] for text in beginnings for length in range(1, _PREFIX_LENGTH + 1)),
        ends=frozenset(
            phrase[-_MIN_END:] for phrase, meanings in phrases.items() if may_end_compound(meanings, compounds)
        ),
        compounds=compounds,
        not_compounds=frozenset(word for file in files for word in file.not_compounds),
    )


def _phrases(files: Iterable[LabelFile]) -> dict[str, tuple[Meaning, ...]]:
    meanings_of: dict[str, list[Meaning]] = {}
    for file in files:
        for field, weight, phrase in file.phrases:
            meanings_of.setdefault(phrase, []).append((file.language, field, weight))
    priorities = frozenset((field, over) for field, over, _ in data.rows("label_priorities.tsv"))
    return {phrase: _kept(meanings, priorities) for phrase, meanings in meanings_of.items()}


def _kept(meanings: list[Meaning], priorities: frozenset[tuple[str, str]]) -> tuple[Meaning, ...]:
    """Return the meanings of a phrase without those that another one of the same language goes before."""
    if len(meanings) == 1:
        return tuple(meanings)
    return tuple(
        meaning for meaning in meanings if not any(_goes_before(other, meaning, priorities) for other in meanings)
    )


def _goes_before(meaning: Meaning, other: Meaning, priorities: frozenset[tuple[str, str]]) -> bool:
    """Test for a meaning that takes the place of another one, unless that has more weight."""
    (language, field, weight), (other_language, other_field, other_weight) = meaning, other
    return language == other_language and weight >= other_weight and (field, other_field) in priorities
