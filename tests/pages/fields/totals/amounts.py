"""Pages with a column of labelled amounts, and the candidates on them."""

from decimal import Decimal

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.candidates import AmountCandidate, AmountCandidates, amount_candidates
from tests.pages.typeset import typeset

Line = tuple[float, float, str]
TITLE: Line = (50.0, 50.0, "Invoice No: 17")


def column(*rows: tuple[str, str], top: float = 400.0) -> list[Line]:
    """The lines of labels with amounts that end at one place, a row each; an empty label or amount is left out."""
    return [
        line
        for index, (label, amount) in enumerate(rows)
        for line in ((250.0, top + 15 * index, label), (545.0 - 5 * len(amount), top + 15 * index, amount))
        if line[2]
    ]


def page_of(*rows: tuple[str, str]) -> AnnotatedPages:
    return typeset(TITLE, *column(*rows))


def candidates_of(pages: AnnotatedPages) -> tuple[AmountCandidates, dict[Decimal, AmountCandidate]]:
    """The candidates of a page without evidence, and the last one of each value."""
    candidates = amount_candidates(pages)
    return candidates, {candidate.value: candidate for candidate in candidates.all()}


def amounts(*prints: tuple[str, dict[str, float]]) -> list[AmountCandidate]:
    """Candidates as printed, one below the other, each with the scores of its roles."""
    pages = typeset(*((400.0, 200.0 + 15 * index, text) for index, (text, _) in enumerate(prints)))
    candidates = amount_candidates(pages).all()
    for candidate, (_, roles) in zip(candidates, prints, strict=True):
        for role, score in roles.items():
            candidate.support(role, score, f"label row {role}")
    return candidates
