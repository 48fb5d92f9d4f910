"""Candidates for seller and buyer: every name on the first invoice of a document."""

from pathlib import Path

from bench.fit.ranking import Case, Ranking
from bench.labelled import Doc, first_invoice
from bench.scores import Scores
from invoicy.pages.fields.parties.choice import people_of
from invoicy.pages.fields.parties.features import features_of
from invoicy.pages.scoring.chances import NOBODY


def case_of(path: Path, truth: Doc, role: str, scores: Scores) -> Case | None:
    """The names on the first invoice of a document, right and wrong ones."""
    pages = first_invoice(path)
    if pages is None or truth.get("document_type") == "other":
        return None
    field = f"{role}_name"
    candidates = list(people_of(pages).by_name.values())
    names = [person.name for person in candidates]
    right = [index for index, name in enumerate(names) if _is_right(field, truth, name, scores)]
    if not truth.get(field):
        right = [len(names)]
    return Case(truth["_meta"]["family"], path.stem, names, [*features_of(candidates), NOBODY], right)


def _is_right(field: str, truth: Doc, name: str, scores: Scores) -> bool:
    count = scores.field(field, truth, {field: name})
    return bool(count and count.tp)


RANKING = Ranking("parties", {"seller": "/seller/name", "buyer": "/buyer/name"}, case_of, decay=0.1)
