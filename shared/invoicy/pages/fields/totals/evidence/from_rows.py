"""Evidence from rows: three totals that add up, and the rows of the table of items."""

from itertools import combinations

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.candidates import AmountCandidate, AmountCandidates
from invoicy.pages.fields.totals.vat.rates import may_be_vat_of
from invoicy.pages.fields.totals.weights import weights
from invoicy.pages.lines.table import item_rows

_TOTALS = ("net", "tax", "gross")


def support_from_rows(pages: AnnotatedPages, candidates: AmountCandidates) -> None:
    """Let three amounts of a row support each other if the first two add up to the third."""
    for row in candidates.rows(pages):
        for net, tax, gross in combinations([candidate for candidate in row if candidate.is_money], 3):
            if _are_totals(net, tax, gross):
                _support(pages, net, tax, gross)


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


def _are_totals(net: AmountCandidate, tax: AmountCandidate, gross: AmountCandidate) -> bool:
    if tax.score("other_amount") >= weights().search.min_charge:  # a total contains freight as well
        return False
    return bool(tax.value) and net.value + tax.value == gross.value and may_be_vat_of(tax.value, net.value)


def _support(pages: AnnotatedPages, net: AmountCandidate, tax: AmountCandidate, gross: AmountCandidate) -> None:
    labels = [label for segment in pages.row(net.segment) for label in pages.labels.of(segment)]
    is_labelled = any(label.fields.get("gross") or label.fields.get("due") for label in labels)
    score = weights().rows.labelled if is_labelled else weights().rows.bare
    for candidate, role in ((net, "net"), (tax, "tax"), (gross, "gross")):
        candidate.support(role, score, "row that closes")
