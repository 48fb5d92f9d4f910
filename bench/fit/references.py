"""Candidates for invoice number and buyer's order: every text that looks like a reference."""

from pathlib import Path

from bench.fit.ranking import Case, Ranking
from bench.labelled import Doc, first_invoice
from bench.scores import Scores
from invoicy.pages.fields.references.candidates import references_of
from invoicy.pages.scoring.chances import NOBODY

_FIELDS = {"number": "invoice_number", "purchase_order": "purchase_order"}


def case_of(path: Path, truth: Doc, wanted: str, scores: Scores) -> Case | None:
    """The references on the first invoice of a document, right and wrong ones."""
    field = _FIELDS[wanted]
    pages = first_invoice(path)
    if pages is None or truth.get("document_type") == "other" or field in truth.get("not_visible", []):
        return None
    candidates = list(references_of(pages).by_value.values())
    names = [candidate.value for candidate in candidates]
    right = [index for index, name in enumerate(names) if _is_right(field, truth, name, scores)]
    if not truth.get(field):
        right = [len(names)]
    features = [*(candidate.evidence for candidate in candidates), NOBODY]
    return Case(truth["_meta"]["family"], path.stem, names, features, right)


def _is_right(field: str, truth: Doc, name: str, scores: Scores) -> bool:
    count = scores.field(field, truth, {field: name})
    return bool(count and count.tp)


RANKING = Ranking(
    "references", {"number": "/number", "purchase_order": "/purchase_order_reference"}, case_of, decay=0.3
)
