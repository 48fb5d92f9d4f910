"""Amounts in the table of items."""

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.weights import weights
from invoicy.pages.lines.table import item_rows

_TOTALS = ("net", "tax", "gross")


def mark_items(pages: AnnotatedPages, candidates: list[AmountCandidate]) -> None:
    """Mark the amounts in the table of items above the first total, and drop the evidence that one was paid."""
    least = weights().items.min_first_total
    totals = (
        candidate.segment.key for candidate in candidates if max(candidate.score(role) for role in _TOTALS) > least
    )
    first, rows = min(totals, default=(0, 0, 0)), item_rows(pages)
    for candidate in candidates:
        if candidate.segment.key < first and candidate.row in rows:
            candidate.is_item = True
            candidate.roles.pop("paid", None)
