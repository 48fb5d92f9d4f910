"""BR-S-05 to BR-S-07 and those of the other categories: the rates of lines, allowances and charges."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from invoicy.rules.en16931.vat.category import UNUSED, Category, Taxed, named
from invoicy.rules.invoice_context import ZERO, InvoiceContext
from invoicy.rules.rule import Check, Violation, violation


def rates(category: Category, place: str) -> Check:
    right = _RATE_IS_RIGHT[category.code]
    fault = _FAULTS[category.code]

    def check(context: InvoiceContext) -> Iterator[Violation]:
        groups: list[tuple[int, Taxed]] = getattr(context.vat.get(category.code, UNUSED), place)
        for position, group in named(place, groups, context):
            if not right(group.vat_rate, context):
                path = f"/{place}/{position}/vat_rate"
                yield violation(path, group.vat_rate, fault=fault, category=category.words)

    return check


_FAULTS = {
    **dict.fromkeys(("Z", "E", "AE", "K", "G"), "zero"),
    "S": "above",
    **dict.fromkeys(("L", "M"), "positive"),
    "O": "none",
}
_RATE_IS_RIGHT: dict[str, Callable[[Decimal | None, InvoiceContext], bool]] = {
    **dict.fromkeys(("Z", "E", "AE", "K", "G"), lambda rate, _: rate == ZERO),
    "S": lambda rate, _: rate is not None and rate > ZERO,
    "L": lambda rate, context: rate is not None and (rate > ZERO or (rate == ZERO and not context.is_cii)),
    "M": lambda rate, _: rate is not None and rate >= ZERO,
    "O": lambda rate, _: rate is None,
}
