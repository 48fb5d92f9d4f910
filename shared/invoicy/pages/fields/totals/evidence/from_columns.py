"""Evidence from labels that head a column: the totals printed under them."""

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.candidates import ROLES, AmountCandidate, AmountCandidates
from invoicy.pages.fields.totals.weights import weights

_TOTALS = ("net", "tax", "gross", "due")

# Tables of totals are shorter. Tables of items may be longer, but their last amount is not a total.
_MAX_ROWS = 14

# In heights of the head: a larger gap ends the table.
_MAX_GAP = 4

# In heights of the head: amounts may be printed this far beside their head.
_SLACK = 0.5

# More heads of item columns in the row make it the head of the table of items.
_MAX_ITEM_HEADS = 3


def support_from_column(pages: AnnotatedPages, candidates: AmountCandidates, head: Label) -> None:
    """Let a head of a column support the amounts under it, the last one most."""
    column = _under(pages, candidates, head)
    factor = _column_factor(pages, head)
    for candidate in column:
        weight_share = factor * (1.0 if candidate is column[-1] else weights().columns.above_last)
        for role in ROLES:
            if weight := head.fields.get(role, 0.0):
                candidate.support(role, weight * weight_share, f"label column {role}")


def _column_factor(pages: AnnotatedPages, head: Label) -> float:
    """Return how likely the column is one of totals, by the labels beside its head."""
    table = weights().columns
    labels = [label for segment in pages.row(head.segment) for label in pages.labels.of(segment)]
    totals = {role for label in labels for role in _TOTALS if label.fields.get(role, 0) > table.min_total_head}
    items = sum(1 for label in labels if label.fields.get("column", 0) > table.min_item_head)
    factor = table.of_totals if len(totals) > 1 else table.alone if not items or head.colon else table.of_items
    return min(factor, table.max_of_item_table) if items > _MAX_ITEM_HEADS else factor


def _under(pages: AnnotatedPages, candidates: AmountCandidates, head: Label) -> list[AmountCandidate]:
    """Return the amounts under a head, the rightmost of each row; only money if there is any."""
    column: list[AmountCandidate] = []
    bottom = head.segment.bottom
    for row in list(pages.rows_below(head.segment))[:_MAX_ROWS]:
        if row[0].top - bottom > _MAX_GAP * head.segment.size:
            break
        under = [amount for segment in row for amount in candidates.of(segment) if _is_under(amount, head)]
        column += under[-1:]
        bottom = max(segment.bottom for segment in row)
    return [candidate for candidate in column if candidate.is_money] or column


def _is_under(candidate: AmountCandidate, head: Label) -> bool:
    left, right = _edges(head)
    slack = _SLACK * head.segment.size
    words = candidate.words
    return words[0].x0 < right + slack and words[-1].x1 > left - slack


def _edges(head: Label) -> tuple[float, float]:
    words = head.segment.words[head.start : head.end]
    return words[0].x0, words[-1].x1
