"""The weights of the evidence for the totals, from data/totals.tsv, which also gives the reason for each.

They were set by hand on the LEARN set; `python -m bench fit totals` says what each changes, and fits them.
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
    least_nearness: float
    names_amount: float


class ColumnWeights(data.Numbers, frozen=True):
    of_totals: float
    alone: float
    of_items: float
    of_item_table: float
    above_last: float
    total_head: float
    item_head: float


class RowWeights(data.Numbers, frozen=True):
    labelled: float
    bare: float


class SentenceWeights(data.Numbers, frozen=True):
    triple: float
    pair: float
    total: float
    request: float
    vat_label: float
    total_label: float


class ItemWeights(data.Numbers, frozen=True):
    first_total: float


class SearchWeights(data.Numbers, frozen=True):
    least: float
    outweighed: float
    part: float
    bare_part: float
    each_part: float
    charge: float


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
    labelled: float


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
    adjusted_net_label: float
    adjusted_vat_label: float


class TrustWeights(data.Numbers, frozen=True):
    doubted: float
    near: float
    named: float


class PaymentWeights(data.Numbers, frozen=True):
    label: float
    gross: float
    due: float
    firm: float


class SettlementWeights(data.Numbers, frozen=True):
    paid: float
    unlabelled_due: float
    paid_without_due: float
    paid_off: float
    equal: float
    adjusted: float
    firm_due: float
    wrong_payment: float
    wrong_due: float
    repeated: float
    repeated_label: float


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
    trust: TrustWeights
    payments: PaymentWeights
    settlement: SettlementWeights


@cache
def weights() -> TotalsWeights:
    """Return the weights; the file is read once."""
    return data.numbers("totals.tsv", TotalsWeights)
