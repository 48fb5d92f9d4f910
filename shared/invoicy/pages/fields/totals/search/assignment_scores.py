"""Scores of an assignment of net, VAT and gross: the labels of the amounts, and whether they add up."""

from collections import Counter
from decimal import Decimal

from msgspec import Struct

from invoicy.model.vat_rates import rates_of_all_countries
from invoicy.pages.fields.totals.arithmetic import adds_up
from invoicy.pages.fields.totals.candidates import AmountCandidate
from invoicy.pages.fields.totals.vat.rates import is_rate_of, may_be_vat_of
from invoicy.pages.fields.totals.weights import weights

# More repetitions, pages and rows than these say no more about a gross; a page of small print has sixty rows.
_MAX_REPEATED, _MAX_PAGES, _MAX_ROWS = 3, 3, 60


class Assignment(Struct, frozen=True):
    """Printed amounts as net, VAT and gross, and the score of the three together."""

    net: AmountCandidate | None
    tax: AmountCandidate | None
    gross: AmountCandidate
    score: float

    @property
    def adds_up(self) -> bool:
        """Net and VAT are chosen, and their sum is the gross."""
        net, tax = self.net, self.tax
        return net is not None and tax is not None and adds_up(net.value + tax.value, self.gross.value)

    @property
    def is_labelled(self) -> bool:
        """A label names one of the amounts. Amounts without a label may add up by chance."""
        parts = ((self.net, "net"), (self.tax, "tax"), (self.gross, "gross"), (self.gross, "due"))
        return any(amount is not None and amount.score(role) > weights().score_cap.min_label for amount, role in parts)


class CandidateFacts(Struct, frozen=True):
    """Facts of all candidates that count for each assignment.

    rates: those printed, in per cent. vat_sums: sums of printed VAT amounts. adjustments: amounts that discounts and
    charges can add to a sum. counts: the times that each amount is printed. largest: the largest amount.
    before_payments, after_payments: totals from which payments lead to an amount due, and those amounts due.
    """

    rates: frozenset[Decimal]
    vat_sums: frozenset[Decimal]
    adjustments: frozenset[Decimal]
    counts: Counter[Decimal]
    largest: Decimal
    before_payments: frozenset[Decimal]
    after_payments: frozenset[Decimal]


def gross_label(gross: AmountCandidate) -> float:
    """Return how much labels speak for a gross; one of the amount due is evidence as well."""
    return max(gross.score("gross"), weights().gross.due_label * gross.score("due"))


def score_of_gross(gross: AmountCandidate, facts: CandidateFacts) -> float:
    """Return how likely an amount is the gross, without the net and the VAT."""
    table = weights().gross
    low = table.page * min(gross.segment.page, _MAX_PAGES)
    low += table.row * min(gross.segment.row, _MAX_ROWS) / _MAX_ROWS
    score = (
        gross_label(gross)
        + table.repeated * min(facts.counts[gross.value] - 1, _MAX_REPEATED)
        + (table.largest if abs(gross.value) == facts.largest else 0.0)
        + (table.bold if any(word.bold for word in gross.words) else 0.0)
        + (0.0 if gross.is_money else table.not_money)
        + (table.zero if gross.value == 0 else 0.0)
        + low
    )
    is_before, is_after = gross.value in facts.before_payments, gross.value in facts.after_payments
    return score + (table.before_payments * is_before + table.after_payments * is_after)


def score_of_sum(
    net: AmountCandidate | None, tax: AmountCandidate | None, gross: AmountCandidate, facts: CandidateFacts
) -> float:
    """Return how well net and VAT fit the gross: their labels, and whether the three add up."""
    table = weights().scoring
    labels = _label(net, "net") + _label(tax, "tax")
    labels += table.not_money * sum(1 for amount in (net, tax) if amount and gross.is_money and not amount.is_money)
    if net and tax:
        return labels + _score_of_three(net, tax, gross, facts)
    if net:
        is_plausible = _leaves_rate(net, gross)
        return labels * table.net_alone + (table.net_alone_plausible if is_plausible else table.net_alone_implausible)
    if tax:
        is_plausible = _is_part(tax, gross, facts)
        return labels * table.vat_alone + (table.vat_alone_plausible if is_plausible else table.vat_alone_implausible)
    return 0.0


def _label(amount: AmountCandidate | None, role: str) -> float:
    return amount.roles.get(role, weights().scoring.unlabelled) if amount else 0.0


def _leaves_rate(net: AmountCandidate, gross: AmountCandidate) -> bool:
    """Test whether the gross is the net, or more by a VAT rate of any country."""
    rest = gross.value - net.value
    return not rest or is_rate_of(rest, net.value, rates_of_all_countries())


def _is_part(tax: AmountCandidate, gross: AmountCandidate, facts: CandidateFacts) -> bool:
    """Test whether the VAT is zero, or a rate of the rest of the gross: a printed one or one of any country."""
    rest = gross.value - tax.value
    return not tax.value or is_rate_of(tax.value, rest, facts.rates | rates_of_all_countries())


def _score_of_three(net: AmountCandidate, tax: AmountCandidate, gross: AmountCandidate, facts: CandidateFacts) -> float:
    table = weights().scoring
    if not may_be_vat_of(tax.value, net.value):
        return table.excessive_vat
    if not adds_up(net.value + tax.value, gross.value):
        return table.adjusted_sum if _is_adjusted(net, tax, gross, facts) else table.wrong_sum
    if not tax.value:
        return table.zero_vat_sum
    is_labelled = "net" in net.roles or "tax" in tax.roles
    score = (table.labelled_sum if is_labelled else table.unlabelled_sum) + _score_of_rate(net, tax, facts)
    is_weak = max(gross.score("gross"), gross.score("due")) < weights().gross.min_label
    return score * (table.unlabelled_gross if is_weak else 1.0)


def _score_of_rate(net: AmountCandidate, tax: AmountCandidate, facts: CandidateFacts) -> float:
    """Return how much the VAT is confirmed: it adds up printed VAT amounts, or is a printed rate of the net."""
    if tax.value in facts.vat_sums and not tax.parts:
        return weights().scoring.mixed_rates
    return weights().scoring.printed_rate if is_rate_of(tax.value, net.value, facts.rates) else 0.0


def _is_adjusted(net: AmountCandidate, tax: AmountCandidate, gross: AmountCandidate, facts: CandidateFacts) -> bool:
    """Test whether printed discounts or charges make up the difference between net, VAT and gross."""
    if not tax.value or gross.value - net.value - tax.value not in facts.adjustments:
        return False
    table = weights().scoring
    is_labelled = net.score("net") > table.min_adjusted_net_label and tax.score("tax") > table.min_adjusted_vat_label
    return is_labelled or is_rate_of(tax.value, gross.value - tax.value, facts.rates)
