"""BR-S-05 to BR-S-07 and their kin: the rates of lines, allowances and charges."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from invoicy.rules.case import ZERO, Case
from invoicy.rules.en16931.vat.category import UNUSED, Category, Taxed, named
from invoicy.rules.rule import Break, Check, fail


def rates(category: Category, place: str) -> Check:
    right = _RATE_IS_RIGHT[category.code]
    fault = _FAULTS[category.code]

    def check(case: Case) -> Iterator[Break]:
        groups: list[tuple[int, Taxed]] = getattr(case.vat.get(category.code, UNUSED), place)
        for position, group in named(place, groups, case):
            if not right(group.vat_rate, case):
                path = f"/{place}/{position}/vat_rate"
                yield fail(path, group.vat_rate, fault=fault, category=category.words)

    return check


_FAULTS = {
    **dict.fromkeys(("Z", "E", "AE", "K", "G"), "zero"),
    "S": "above",
    **dict.fromkeys(("L", "M"), "positive"),
    "O": "none",
}
_RATE_IS_RIGHT: dict[str, Callable[[Decimal | None, Case], bool]] = {
    **dict.fromkeys(("Z", "E", "AE", "K", "G"), lambda rate, _: rate == ZERO),
    "S": lambda rate, _: rate is not None and rate > ZERO,
    "L": lambda rate, case: rate is not None and (rate > ZERO or (rate == ZERO and not case.is_cii)),
    "M": lambda rate, _: rate is not None and rate >= ZERO,
    "O": lambda rate, _: rate is None,
}
