"""Candidates for invoice number and purchase order: all that looks like a reference on the first invoice."""

from pathlib import Path

from bench.fit.ranking import Ranking, RankingCase
from bench.labelled import Doc, first_invoice
from bench.scores import Scores
from invoicy.pages.fields.references.choice import reference_candidates
from invoicy.pages.fields.references.evidence import kinds

_FIELDS = {"number": "invoice_number", "purchase_order": "purchase_order"}


def case_of(path: Path, truth: Doc, term: str, scores: Scores) -> RankingCase | None:
    """Return all references on the first invoice of a document; None where the term is not visible on it."""
    field = _FIELDS[term]
    pages = first_invoice(path)
    if pages is None or truth.get("document_type") == "other" or field in truth.get("not_visible", []):
        return None
    candidates = reference_candidates(pages)
    names = [candidate.value for candidate in candidates]
    right = [index for index, name in enumerate(names) if _is_right(field, truth, name, scores)]
    if not truth.get(field):
        right = [len(names)]
    evidence = [candidate.evidence for candidate in candidates]
    return RankingCase(truth["_meta"]["family"], path.stem, names, evidence, right)


def _is_right(field: str, truth: Doc, name: str, scores: Scores) -> bool:
    count = scores.field(field, truth, {field: name})
    return bool(count and count.tp)


_TERMS = {"number": "/number", "purchase_order": "/purchase_order_reference"}
RANKING = Ranking("references", kinds(), _TERMS, case_of, decay=0.3)
