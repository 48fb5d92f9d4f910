"""The totals of an invoice: net, VAT, gross, paid and due, chosen together so that they add up.

Only printed amounts are chosen.
"""

from decimal import Decimal

from msgspec import structs

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.adjustments.between_totals import with_adjustments
from invoicy.pages.fields.totals.adjustments.combinations import possible_adjustments
from invoicy.pages.fields.totals.arithmetic import adds_up
from invoicy.pages.fields.totals.candidates import AmountCandidate, amount_candidates
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.fields.totals.evidence.from_labels import support_from_labels
from invoicy.pages.fields.totals.evidence.from_rows import mark_items, support_from_rows
from invoicy.pages.fields.totals.evidence.from_sentences import support_from_sentences
from invoicy.pages.fields.totals.payment.settlement import with_settlement
from invoicy.pages.fields.totals.ranking import distinct
from invoicy.pages.fields.totals.search.assignment_scores import Assignment
from invoicy.pages.fields.totals.search.assignments import assignments
from invoicy.pages.fields.totals.vat.rates import is_rate_of, printed_rates
from invoicy.pages.fields.totals.weights import weights

# Less than one unit of a currency is rounding, as to whole rupees or crowns.
_WHOLE_UNIT = Decimal(1)


def totals_of(pages: AnnotatedPages) -> ChosenTotals:
    """Return the totals; all are None where no amount can be the gross."""
    rates = printed_rates(pages)
    candidates = supported_candidates(pages, rates)
    best_first = sorted(assignments(candidates, rates), key=lambda assignment: -assignment.score)
    if not best_first:
        return ChosenTotals()
    best = best_first[0]
    rivals = [rival for rival in best_first if abs(rival.gross.value) != abs(best.gross.value)]
    adjustments = possible_adjustments(candidates)
    totals = structs.replace(
        _checked_totals(best, adjustments, rates),
        score_cap=_score_cap(best, rivals),
        rivals=tuple(distinct(rival.gross for rival in rivals)),
    )
    return with_adjustments(pages, candidates, with_settlement(totals, candidates, adjustments))


def supported_candidates(pages: AnnotatedPages, rates: frozenset[Decimal]) -> list[AmountCandidate]:
    """Return all amounts with the evidence of labels, rows and sentences. rates: those printed, in per cent."""
    candidates = amount_candidates(pages)
    support_from_labels(pages, candidates)
    support_from_rows(pages, candidates)
    support_from_sentences(pages, candidates, rates)
    amounts = candidates.all()
    mark_items(pages, amounts)
    return amounts


def _checked_totals(best: Assignment, adjustments: frozenset[Decimal], rates: frozenset[Decimal]) -> ChosenTotals:
    """Return the chosen amounts and whether they add up.

    A net amount from which discounts and charges lead to the gross is the sum of the lines, unless the VAT is a rate
    of it or the difference is rounding: then they come after the VAT.
    """
    net, tax, gross = best.net, best.tax, best.gross
    if net is None:
        return ChosenTotals(tax=tax, gross=gross)
    rest = gross.value - net.value - (tax.value if tax else 0)
    if adds_up(rest, Decimal(0)) or rest not in adjustments:
        return ChosenTotals(net=net, tax=tax, gross=gross, adds_up=adds_up(rest, Decimal(0)) if tax else None)
    if tax and (abs(rest) < _WHOLE_UNIT or is_rate_of(tax.value, net.value, rates)):
        return ChosenTotals(net=net, tax=tax, gross=gross, adds_up=True)
    return ChosenTotals(lines=net, tax=tax, gross=gross, adds_up=True if tax else None)


def _score_cap(best: Assignment, rivals: list[Assignment]) -> float:
    """Return the highest score that the totals may have.

    It is below 1 where no label names amounts that add up, and where a rival with nearly the same score adds up as
    well or the best assignment does not.
    """
    doubted = weights().score_cap.max_doubted
    if best.adds_up and not best.is_labelled:
        return doubted
    near = (rival for rival in rivals if rival.score >= best.score - weights().score_cap.max_lead)
    return doubted if any(rival.adds_up or not best.adds_up for rival in near) else 1.0
