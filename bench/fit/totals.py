"""The weights of the totals, each varied alone: how many totals become right or wrong."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from functools import cache

from msgspec import Struct, structs

from bench.labelled import Pair, first_invoice
from bench.scores import Scores
from invoicy import data
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.choice import totals_of
from invoicy.pages.fields.totals.weights import weights

FACTORS = (0.5, 0.8, 1.25, 2.0)
"""Half and double show what a weight is for; a fifth less and a quarter more, how well it is placed."""

_FIELDS = {"net_total": "net", "tax_total": "tax", "gross_total": "gross", "amount_due": "due"}
"""Names in the truth and in the chosen totals."""


class LabelledPages(Struct, frozen=True):
    """The pages of an invoice with its truth."""

    pages: AnnotatedPages
    truth: Mapping[str, object]


class Variation(Struct, frozen=True):
    """A weight, and for each factor how many more totals are right (or fewer are wrong) with the weight times it."""

    name: str
    value: float
    gains: tuple[int, ...]

    @property
    def best(self) -> float:
        """The value with the largest gain; the present one if none gains."""
        gain, factor = max(zip(self.gains, FACTORS, strict=True), key=lambda pair: pair[0])
        return round(self.value * factor, 4) if gain > 0 else self.value


@cache
def names() -> tuple[str, ...]:
    """Return the names of all weights, as in data/weights/totals.tsv."""
    return tuple(name for name, _, _ in data.rows("weights/totals.tsv"))


def labelled_pages(pairs: Iterable[Pair]) -> list[LabelledPages]:
    """Return the invoices that have a text layer."""
    read = ((first_invoice(path), truth) for path, truth in pairs)
    return [LabelledPages(pages, truth) for pages, truth in read if pages is not None]


def balance(invoices: Sequence[LabelledPages], scores: Scores) -> int:
    """Return the number of right totals less that of wrong ones; a missing one counts as neither."""
    return sum(_balance_of(invoice, scores) for invoice in invoices)


def variations(invoices: Sequence[LabelledPages], scores: Scores) -> Iterator[Variation]:
    """Yield what each weight changes if it alone is multiplied by each factor."""
    now = balance(invoices, scores)
    for name in names():
        value = value_of(name)
        gains = []
        for factor in FACTORS:
            with changed(name, value * factor):
                gains.append(balance(invoices, scores) - now)
        yield Variation(name, value, tuple(gains))


def value_of(name: str) -> float:
    """Return a weight. name: as in data/weights/totals.tsv."""
    group, _, field = name.partition(".")
    value: float = getattr(getattr(weights(), group), field)
    return value


@contextmanager
def changed(name: str, value: float) -> Iterator[None]:
    """Set a weight for the length of a with statement."""
    group, _, field = name.partition(".")
    before = value_of(name)
    structs.force_setattr(getattr(weights(), group), field, value)
    try:
        yield
    finally:
        structs.force_setattr(getattr(weights(), group), field, before)


def table_with(values: Mapping[str, float]) -> str:
    """Return the text of data/weights/totals.tsv with other values. values: by name; the others stay."""
    head, *_ = data.lines("weights/totals.tsv")
    rows = (
        (name, f"{values.get(name, float(value))}", reason) for name, value, reason in data.rows("weights/totals.tsv")
    )
    return "".join("\t".join(row) + "\n" for row in (head.split("\t"), *rows))


def _balance_of(invoice: LabelledPages, scores: Scores) -> int:
    totals = totals_of(invoice.pages)
    amounts = {field: getattr(totals, name) for field, name in _FIELDS.items()}
    values: dict[str, Decimal] = {field: amount.value for field, amount in amounts.items() if amount is not None}
    counts = (scores.field(field, dict(invoice.truth), {field: str(value)}) for field, value in values.items())
    return sum(count.tp - count.fp for count in counts if count is not None)
