"""Candidates for issue date and due date: every date on the first invoice of a document."""

from pathlib import Path

from bench.fit.ranking import Case, Ranking
from bench.labelled import Doc, first_invoice
from bench.scores import Scores
from invoicy.pages.fields.dates.choice import dated_in
from invoicy.pages.scoring.chances import NOBODY


def case_of(path: Path, truth: Doc, term: str, scores: Scores) -> Case | None:  # noqa: ARG001  dates compare exactly
    """The dates on the first invoice of a document, right and wrong ones."""
    pages = first_invoice(path)
    if pages is None or truth.get("document_type") == "other":
        return None
    candidates = dated_in(pages)
    names = [candidate.value.isoformat() for candidate in candidates]
    right = [index for index, name in enumerate(names) if name == truth.get(term)]
    if not truth.get(term):
        right = [len(names)]
    features = [*(candidate.evidence for candidate in candidates), NOBODY]
    return Case(truth["_meta"]["family"], path.stem, names, features, right)


RANKING = Ranking("dates", {"issue_date": "/issue_date", "due_date": "/due_date"}, case_of, decay=0.1)
