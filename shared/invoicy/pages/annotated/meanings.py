"""The fields that a label may name in the languages of the document."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from types import MappingProxyType

from msgspec import Struct

from invoicy import data
from invoicy.pages.annotated.phrase_matching import PhraseMatch
from invoicy.pages.lexicon.phrases import lexicon


class MeaningWeights(Struct, frozen=True):
    """Weights for the languages and the fields of labels: data/weights/label_meanings.tsv."""

    other_language: float
    language_of_document: float
    translations_disagree: float
    shared_phrase_exponent: float
    shortest_key: float


@cache
def meaning_weights() -> MeaningWeights:
    return data.numbers("weights/label_meanings.tsv", MeaningWeights)


def language_shares(matches: Iterable[PhraseMatch]) -> MappingProxyType[str, float]:
    """Return the number of labels that each language explains, as a share of that of the main language, which is first.

    A phrase that many languages share counts less for each of them.
    """
    weights = meaning_weights()
    counts: Counter[str] = Counter()
    for key in {key for match in matches for key in match.keys if len(key) >= weights.shortest_key}:
        languages = {language for language, _, _ in lexicon().phrases[key]}
        for language in languages:
            counts[language] += 1 / len(languages) ** weights.shared_phrase_exponent
    most = max(counts.values(), default=1.0)
    return MappingProxyType({language: count / most for language, count in counts.most_common()})


def fields_of(keys: tuple[str, ...], shares: MappingProxyType[str, float]) -> dict[str, float]:
    """Return the fields that a phrase may name, with weights up to 1.

    A phrase and its translations name the fields that all of them share, if there are any.
    """
    meanings = [_meanings(key, shares) for key in keys]
    if len(meanings) == 1:
        return meanings[0]
    shared = set.intersection(*map(set, meanings))
    factor = 1.0 if shared else meaning_weights().translations_disagree
    fields = dict.fromkeys(field for each in meanings for field in each if not shared or field in shared)
    return {field: factor * max(each.get(field, 0.0) for each in meanings) for field in fields}


def _meanings(key: str, shares: MappingProxyType[str, float]) -> dict[str, float]:
    weights = meaning_weights()
    fields: dict[str, float] = {}
    for language, field, weight in lexicon().phrases[key]:
        is_spoken = shares.get(language, 0.0) >= weights.language_of_document
        factor = 1.0 if is_spoken else weights.other_language
        fields[field] = max(fields.get(field, 0.0), weight * factor)
    return fields
