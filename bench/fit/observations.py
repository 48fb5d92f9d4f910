"""Values that the reader takes from labelled invoices: the score of each, and whether it is right.

A term with fitted weights is judged with weights fitted to the other families of layouts, as if its layout were new.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from bench.fit import dates, parties, references
from bench.fit.ranking import Ranking, fit, left_out
from bench.labelled import FIELDS, Pair, first_invoice
from bench.scores import Scores
from invoicy.pages.printed_terms.by_pointer import terms_by_pointer
from invoicy.pages.printed_terms.choice import printed_terms_of
from invoicy.pages.scoring.chances import chances

RANKINGS = (parties.RANKING, references.RANKING, dates.RANKING)
RANKED = frozenset(pointer for ranking in RANKINGS for pointer in ranking.terms.values())
"""JSON Pointers of the terms whose score is a chance among candidates."""


class Observation(Struct, frozen=True):
    """A value that was read. weight: its share of its family; all values of a term in a family have the weight 1."""

    family: str
    stem: str
    pointer: str
    score: float
    right: bool
    weight: float = 1.0


def observations(pairs: list[Pair], scores: Scores, taught: list[Pair]) -> list[Observation]:
    """Return the values with a truth. taught: pairs that weights are fitted to; these are judged by other families."""
    observed = [observation for observation in _read(pairs, scores) if observation.pointer not in RANKED]
    stems = {path.stem for path, _ in pairs}
    for ranking in RANKINGS:
        for term in ranking.terms:
            likeliest = _likeliest(ranking, term, taught, pairs, scores)
            observed += [observation for observation in likeliest if observation.stem in stems]
    return _weighed(observed)


def _read(pairs: Iterable[Pair], scores: Scores) -> Iterator[Observation]:
    for path, truth in pairs:
        pages = first_invoice(path)
        for pointer, value in terms_by_pointer(printed_terms_of(pages)) if pages else ():
            field = FIELDS.get(pointer)
            count = scores.field(field, truth, {field: str(value.value)}) if field else None
            if count is not None and count.tp + count.fp:
                yield Observation(truth["_meta"]["family"], path.stem, pointer, value.score, bool(count.tp))


def _likeliest(
    ranking: Ranking, term: str, taught: list[Pair], pairs: list[Pair], scores: Scores
) -> Iterator[Observation]:
    """Yield the likeliest candidate of each document, by weights fitted to documents of other families."""
    pointer = ranking.terms[term]
    beliefs, cases = ranking.beliefs(term), ranking.cases(taught, term, scores)
    judged = left_out(cases, beliefs, ranking.decay)
    known = {path.stem for path, _ in taught}
    unseen = [pair for pair in pairs if pair[0].stem not in known]
    weights = fit(cases, beliefs, ranking.decay) if unseen else {}
    judged += [(case, weights) for case in ranking.cases(unseen, term, scores)]
    for case, own in judged:
        shares = chances(case.evidence, own)
        best = max(range(len(shares)), key=lambda index: shares[index])
        if best < len(case.names):
            yield Observation(case.family, case.stem, pointer, shares[best], best in case.right)


def _weighed(observed: list[Observation]) -> list[Observation]:
    """Return the observations with weights such that each family has the same in all."""
    sizes = Counter((each.family, each.pointer) for each in observed)
    return [
        Observation(each.family, each.stem, each.pointer, each.score, each.right, 1 / sizes[each.family, each.pointer])
        for each in observed
    ]
