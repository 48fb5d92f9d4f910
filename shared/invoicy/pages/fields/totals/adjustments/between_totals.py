"""The discounts, charges and other amounts printed between the chosen totals."""

from msgspec import structs

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.adjustments.combinations import adjustments_between, are_plain
from invoicy.pages.fields.totals.arithmetic import CENT
from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.chosen_totals import Adjustment, ChosenTotals
from invoicy.pages.fields.totals.weights import weights


def with_adjustments(pages: AnnotatedPages, candidates: list[AmountCandidate], totals: ChosenTotals) -> ChosenTotals:
    """Return the totals with the amounts between them.

    A discount or charge before the VAT belongs to the net amount, also where no VAT is due on it, as often on freight.
    """
    totals = structs.replace(totals, after_gross=_after_gross(pages, candidates, totals))
    inner = _before_gross(pages, candidates, totals)
    if totals.lines and totals.gross and inner and are_plain(inner, totals.lines, totals.tax or totals.gross):
        return structs.replace(totals, adjustments=inner)
    if totals.net and totals.tax and totals.adds_up and inner and are_plain(inner, totals.net, totals.tax):
        return structs.replace(totals, lines=totals.net, net=None, adjustments=inner)
    return structs.replace(_with_lines(pages, candidates, totals), between=inner)


def _before_gross(
    pages: AnnotatedPages, candidates: list[AmountCandidate], totals: ChosenTotals
) -> tuple[Adjustment, ...]:
    base, gross = totals.net or totals.lines, totals.gross
    if base is None or gross is None or abs(totals.rest) <= CENT:
        return ()
    return adjustments_between(pages, candidates, base, gross, totals.rest)


def _after_gross(
    pages: AnnotatedPages, candidates: list[AmountCandidate], totals: ChosenTotals
) -> tuple[Adjustment, ...]:
    if totals.gross is None or totals.due is None or not totals.unpaid_rest:
        return ()
    return adjustments_between(pages, candidates, totals.gross, totals.due, totals.unpaid_rest)


def _with_lines(pages: AnnotatedPages, candidates: list[AmountCandidate], totals: ChosenTotals) -> ChosenTotals:
    """Return the totals with the sum of the lines, if discounts and charges below it lead to the net amount."""
    net = totals.net
    if net is None or not totals.adds_up:
        return totals
    for lines in _labelled_nets(candidates):
        if lines is net:
            continue
        parts = adjustments_between(pages, candidates, lines, net, net.value - lines.value)
        if parts and are_plain(parts, lines, net):
            return structs.replace(totals, lines=lines, adjustments=parts)
    return totals


def _labelled_nets(candidates: list[AmountCandidate]) -> list[AmountCandidate]:
    """Return the amounts that a label beside them names as net, the last one first."""
    labelled = (
        candidate for candidate in candidates if candidate.is_money and candidate.methods.get("net") == "label row net"
    )
    named = (candidate for candidate in labelled if candidate.score("net") > weights().score_cap.min_label)
    return sorted(named, key=lambda candidate: candidate.segment.key, reverse=True)
