"""Lines and their sums; amounts are rounded half up to the currency's decimals."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

import msgspec

ZERO = Decimal(0)
HUNDRED = Decimal(100)


class Line(msgspec.Struct, frozen=True):
    """One line; `amount` is quantity times price as the invoice prices it, with or without tax."""

    description: str
    detail: str
    code: str
    quantity: Decimal
    unit: str
    price: Decimal
    rate: Decimal
    amount: Decimal


class Terms(msgspec.Struct, frozen=True):
    """Terms from lines to an amount due; percentages in percent. `halves`: the tax is split into two equal ones."""

    gross_prices: bool
    decimals: int
    discount: Decimal
    shipping: Decimal
    rounding: Decimal
    prepaid: Decimal
    balance: Decimal
    halves: bool
    standard: Decimal


class Group(msgspec.Struct, frozen=True):
    """The amount taxed at one rate."""

    rate: Decimal
    base: Decimal
    tax: Decimal


class Sums(msgspec.Struct, frozen=True):
    """The totals; `net + tax = gross` and `gross + rounding + balance - prepaid = due`."""

    subtotal: Decimal
    discount: Decimal
    shipping: Decimal
    groups: tuple[Group, ...]
    net: Decimal
    tax: Decimal
    gross: Decimal
    rounding: Decimal
    prepaid: Decimal
    balance: Decimal
    due: Decimal


def rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def settle(lines: Sequence[Line], terms: Terms) -> Sums:
    """Add up; a discount lowers each rate's base, shipping is taxed at the standard rate."""
    rates = sorted({line.rate for line in lines} | ({terms.standard} if terms.shipping else set()), reverse=True)
    sold = {rate: sum((n.amount for n in lines if n.rate == rate), ZERO) for rate in rates}
    off = {rate: rounded(amount * terms.discount / HUNDRED, terms.decimals) for rate, amount in sold.items()}
    left = {rate: sold[rate] - off[rate] for rate in rates}
    if terms.shipping:
        left[terms.standard] += terms.shipping
    groups = tuple(_group(rate, amount, terms) for rate, amount in left.items())
    net, tax = sum((g.base for g in groups), ZERO), sum((g.tax for g in groups), ZERO)
    gross = net + tax
    rounding = _step(gross, terms.rounding) - gross if terms.rounding else ZERO
    prepaid = rounded(gross * terms.prepaid / HUNDRED, 0)
    return Sums(
        subtotal=sum(sold.values(), ZERO),
        discount=sum(off.values(), ZERO),
        shipping=terms.shipping,
        groups=groups,
        net=net,
        tax=tax,
        gross=gross,
        rounding=rounding,
        prepaid=prepaid,
        balance=terms.balance,
        due=gross + rounding + terms.balance - prepaid,
    )


def _group(rate: Decimal, amount: Decimal, terms: Terms) -> Group:
    if terms.gross_prices:
        base = rounded(amount / (1 + rate / HUNDRED), terms.decimals)
        return Group(rate, base, amount - base)
    parts = 2 if terms.halves else 1
    return Group(rate, amount, parts * rounded(amount * rate / HUNDRED / parts, terms.decimals))


def _step(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step
