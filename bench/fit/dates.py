"""Candidates for issue date and due date: every date on the first invoice of a document."""

from pathlib import Path

from bench.fit.ranking import Ranking, RankingCase
from bench.labelled import Doc, first_invoice
from bench.scores import Scores
from invoicy.pages.annotated.region import is_month_first
from invoicy.pages.fields.dates.choice import date_candidates
from invoicy.pages.fields.dates.evidence import kinds


def case_of(path: Path, truth: Doc, term: str, scores: Scores) -> RankingCase | None:  # noqa: ARG001  dates are equal or not
    """Return all dates on the first invoice of a document; None where it is not an invoice or cannot be read."""
    pages = first_invoice(path)
    if pages is None or truth.get("document_type") == "other":
        return None
    candidates = date_candidates(pages, month_first=is_month_first(pages))
    names = [candidate.value.isoformat() for candidate in candidates]
    right = [index for index, name in enumerate(names) if name == truth.get(term)]
    if not truth.get(term):
        right = [len(names)]
    evidence = [candidate.evidence for candidate in candidates]
    return RankingCase(truth["_meta"]["family"], path.stem, names, evidence, right)


RANKING = Ranking("dates", kinds(), {"issue_date": "/issue_date", "due_date": "/due_date"}, case_of, decay=0.1)
