"""Numbers, money and dates as a locale writes them."""

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec
from babel.dates import format_date

Place = Literal["before", "after", "none", "iso_before", "iso_after"]
THREE, TWO = 3, 2


class NumberStyle(msgspec.Struct, frozen=True):
    """Signs between thousands and before decimals; `indian` groups as 12,34,567."""

    group: str
    decimal: str
    indian: bool = False


def number_style(text: str) -> NumberStyle:
    """From `group|decimal` or `group|decimal|i` in locales.toml."""
    group, point, *form = text.split("|")
    return NumberStyle(group, point, bool(form))


def grouped(digits: str, style: NumberStyle) -> str:
    """An integer's digits with the style's sign between groups."""
    step = TWO if style.indian else THREE
    head, tail = digits[:-THREE], digits[-THREE:]
    parts = [tail] if tail else []
    while head:
        head, part = head[:-step], head[-step:]
        parts.insert(0, part)
    return style.group.join(parts)


def written(value: Decimal, style: NumberStyle) -> str:
    """A number without its sign, with its decimals as they are."""
    whole, _, fraction = f"{abs(value):f}".partition(".")
    return grouped(whole, style) + (style.decimal + fraction if fraction else "")


class MoneyStyle(msgspec.Struct, frozen=True):
    """The place and the form of the currency."""

    numbers: NumberStyle
    place: Place
    sign: str
    code: str
    decimals: int = 2
    gap: str = "\u00a0"
    negative: str = "-{}"

    @property
    def currency_shown(self) -> bool:
        return self.place != "none"

    def write(self, value: Decimal) -> str:
        """An amount, its minus outside the currency: `-$1.00`, `1,00 €-`, `($1.00)`."""
        text = self._with_currency(written(value.quantize(Decimal(1).scaleb(-self.decimals)), self.numbers))
        return self.negative.format(text) if value < 0 else text

    def _with_currency(self, number: str) -> str:
        mark = self.code if self.place.startswith("iso") else self.sign
        gap = self.gap or ("\u00a0" if mark[-1].isalpha() or mark[-1] == "." else "")
        if self.place == "none":
            return number
        return f"{number}{gap}{mark}" if self.place.endswith("after") else f"{mark}{gap}{number}"

    def without_currency(self) -> "MoneyStyle":
        return msgspec.structs.replace(self, place="none")


def dated(day: date, pattern: str, language: str) -> str:
    """A day in a CLDR pattern."""
    return format_date(day, pattern, locale=language.replace("-", "_"))
