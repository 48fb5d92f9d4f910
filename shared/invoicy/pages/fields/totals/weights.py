"""The numbers that weigh the evidence for the totals, from data/weights/totals.tsv, with the reason of each.

A number whose name begins with min_ or max_ is a limit. Every other one is a score, a share that another score is
multiplied by, or an addend; the reason says which. They were set by hand on the LEARN set, and
`python -m bench fit totals` shows what a change of each does to the labelled totals.
"""

from functools import cache

from invoicy import data


class LabelWeights(data.Numbers, frozen=True):
    alone: float
    last: float
    first: float
    amid: float
    not_money_beside_money: float
    not_money: float
    amid_line: float
    letter_between: float
    min_nearness: float
    min_amount_label: float


class ColumnWeights(data.Numbers, frozen=True):
    of_totals: float
    alone: float
    of_items: float
    max_of_item_table: float
    above_last: float
    min_total_head: float
    min_item_head: float


class RowWeights(data.Numbers, frozen=True):
    labelled: float
    bare: float


class SentenceWeights(data.Numbers, frozen=True):
    triple: float
    pair: float
    total: float
    request: float
    min_vat_label: float
    min_total_label: float


class ItemWeights(data.Numbers, frozen=True):
    min_first_total: float


class SearchWeights(data.Numbers, frozen=True):
    min_candidate: float
    min_margin: float
    min_part: float
    min_bare_part: float
    each_part: float
    min_charge: float


class GrossWeights(data.Numbers, frozen=True):
    due_label: float
    repeated: float
    largest: float
    bold: float
    not_money: float
    zero: float
    page: float
    row: float
    before_payments: float
    after_payments: float
    min_label: float


class SumWeights(data.Numbers, frozen=True):
    unlabelled: float
    not_money: float
    net_alone: float
    net_alone_plausible: float
    net_alone_implausible: float
    vat_alone: float
    vat_alone_plausible: float
    vat_alone_implausible: float
    excessive_vat: float
    wrong_sum: float
    adjusted_sum: float
    zero_vat_sum: float
    labelled_sum: float
    unlabelled_sum: float
    printed_rate: float
    mixed_rates: float
    unlabelled_gross: float
    min_adjusted_net_label: float
    min_adjusted_vat_label: float


class ScoreCapWeights(data.Numbers, frozen=True):
    max_doubted: float
    max_lead: float
    min_label: float


class PaymentWeights(data.Numbers, frozen=True):
    min_label: float
    min_gross: float
    min_due: float
    min_firm: float


class SettlementWeights(data.Numbers, frozen=True):
    paid: float
    unlabelled_due: float
    paid_without_due: float
    paid_off: float
    equal: float
    adjusted: float
    min_firm_due: float
    wrong_payment: float
    wrong_due: float
    repeated: float
    min_repeated_label: float


class TotalsWeights(data.Numbers, frozen=True):
    """All groups. Scores are from 0 to about 1."""

    labels: LabelWeights
    columns: ColumnWeights
    rows: RowWeights
    sentences: SentenceWeights
    items: ItemWeights
    search: SearchWeights
    gross: GrossWeights
    scoring: SumWeights
    score_cap: ScoreCapWeights
    payments: PaymentWeights
    settlement: SettlementWeights


@cache
def weights() -> TotalsWeights:
    """Return the weights; the file is read once."""
    return data.numbers("weights/totals.tsv", TotalsWeights)
