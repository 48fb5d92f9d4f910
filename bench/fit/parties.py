"""Candidates for Seller and Buyer: every name on the first invoice of a document."""

from pathlib import Path

from bench.fit.ranking import Ranking, RankingCase
from bench.labelled import Doc, first_invoice
from bench.scores import Scores
from invoicy.pages.fields.parties.choice import name_candidates
from invoicy.pages.fields.parties.evidence import kinds
from invoicy.pages.fields.parties.short_and_full_names import with_other_forms


def case_of(path: Path, truth: Doc, role: str, scores: Scores) -> RankingCase | None:
    """Return all names on the first invoice of a document; None where it is not an invoice or cannot be read."""
    pages = first_invoice(path)
    if pages is None or truth.get("document_type") == "other":
        return None
    field = f"{role}_name"
    candidates = name_candidates(pages)
    names = [candidate.name for candidate in candidates]
    right = [index for index, name in enumerate(names) if _is_right(field, truth, name, scores)]
    if not truth.get(field):
        right = [len(names)]
    return RankingCase(truth["_meta"]["family"], path.stem, names, with_other_forms(candidates), right)


def _is_right(field: str, truth: Doc, name: str, scores: Scores) -> bool:
    count = scores.field(field, truth, {field: name})
    return bool(count and count.tp)


RANKING = Ranking("parties", kinds(), {"seller": "/seller/name", "buyer": "/buyer/name"}, case_of, decay=0.1)
