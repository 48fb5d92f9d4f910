"""The search for net, VAT and gross that add up: every assignment that the evidence allows, with its score.

Only printed amounts are assigned, or sums of them.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from invoicy.pages.fields.totals.adjustments.combinations import possible_adjustments
from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.payment.payments import payment_chains
from invoicy.pages.fields.totals.ranking import MAX_CANDIDATES, distinct
from invoicy.pages.fields.totals.search.assignment_scores import (
    Assignment,
    CandidateFacts,
    gross_label,
    score_of_gross,
    score_of_sum,
)
from invoicy.pages.fields.totals.search.sums import ranked_with_sums
from invoicy.pages.fields.totals.vat.rates import is_rate_of
from invoicy.pages.fields.totals.weights import weights

# The gross may have a label of the amount due as well, so that it has more candidates.
_MORE_GROSSES = 3

# A missing VAT amount is mostly printed once or twice; more prints are items of that price.
_MAX_UNLABELLED = 2


def assignments(candidates: list[AmountCandidate], rates: frozenset[Decimal]) -> Iterator[Assignment]:
    """Yield assignments of net, VAT and gross, each with its score. rates: those printed, in per cent."""
    nets, taxes = ranked_with_sums(candidates, "net"), ranked_with_sums(candidates, "tax")
    facts = _facts_of(candidates, taxes, rates)
    for gross in _grosses(candidates):
        base = score_of_gross(gross, facts)
        for net in (None, *nets, *_unlabelled_nets(gross, candidates, taxes)):
            for tax in (None, *taxes, *_unlabelled_taxes(gross, net, candidates, rates)):
                if net is not gross:
                    yield Assignment(net, tax, gross, base + score_of_sum(net, tax, gross, facts))


def _facts_of(
    candidates: list[AmountCandidate], taxes: list[AmountCandidate], rates: frozenset[Decimal]
) -> CandidateFacts:
    before, after = payment_chains(candidates)
    money = [candidate for candidate in candidates if candidate.is_money] or candidates
    return CandidateFacts(
        rates=rates,
        vat_sums=frozenset(tax.value for tax in taxes if tax.parts),
        adjustments=possible_adjustments(candidates),
        counts=Counter(candidate.value for candidate in candidates),
        largest=max((abs(candidate.value) for candidate in money), default=Decimal(0)),
        before_payments=before,
        after_payments=after,
    )


def _grosses(candidates: list[AmountCandidate]) -> list[AmountCandidate]:
    """Return the amounts with a label of the gross or the amount due; the largest amount of money if none has one."""
    labelled = [
        candidate
        for candidate in candidates
        if max(candidate.score("gross"), candidate.score("due")) > weights().search.min_candidate
    ]
    best = distinct(sorted(labelled, key=lambda candidate: -gross_label(candidate)))[: MAX_CANDIDATES + _MORE_GROSSES]
    if best:
        return best
    money = (candidate for candidate in candidates if candidate.is_money)
    return sorted(money, key=lambda candidate: -abs(candidate.value))[:1]


def _unlabelled_nets(
    gross: AmountCandidate, candidates: list[AmountCandidate], taxes: list[AmountCandidate]
) -> Iterator[AmountCandidate]:
    """Yield amounts that add up to the gross with a labelled VAT; where that is zero, the gross as printed before."""
    unlabelled = [candidate for candidate in candidates if "net" not in candidate.roles]
    wanted = {gross.value - tax.value for tax in taxes if tax.value}
    yield from (net for net in unlabelled if net.value in wanted and net.value != gross.value)
    if any(not tax.value for tax in taxes):
        before = (net for net in unlabelled if net.value == gross.value and net.segment.key < gross.segment.key)
        yield from [net for net in before if net.is_money][-1:]


def _unlabelled_taxes(
    gross: AmountCandidate, net: AmountCandidate | None, candidates: list[AmountCandidate], rates: frozenset[Decimal]
) -> Iterator[AmountCandidate]:
    """Yield the amount between net and gross if it is a printed rate of the net."""
    if net is None or net.value == gross.value or not is_rate_of(gross.value - net.value, net.value, rates):
        return
    wanted = gross.value - net.value
    unlabelled = (tax for tax in candidates if tax.value == wanted and "tax" not in tax.roles)
    charge = weights().search.min_charge
    yield from [tax for tax in unlabelled if tax.score("other_amount") <= charge][:_MAX_UNLABELLED]
