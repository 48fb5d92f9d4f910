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
    """A number with its decimals as they are, negative with a hyphen."""
    whole, _, fraction = f"{abs(value):f}".partition(".")
    text = grouped(whole, style) + (style.decimal + fraction if fraction else "")
    return f"-{text}" if value < 0 else text


class MoneyStyle(msgspec.Struct, frozen=True):
    """Where the currency stands, and how it is written there."""

    numbers: NumberStyle
    place: Place
    sign: str
    code: str
    decimals: int = 2

    @property
    def currency_shown(self) -> bool:
        return self.place != "none"

    def write(self, value: Decimal) -> str:
        """An amount, `-$1.00` and `-1,00 €` when negative."""
        text = written(value.quantize(Decimal(1).scaleb(-self.decimals)), self.numbers)
        mark = self.code if self.place.startswith("iso") else self.sign
        if self.place == "none":
            return text
        if self.place.endswith("after"):
            return f"{text}\u00a0{mark}"
        gap = "\u00a0" if mark[-1].isalpha() or mark[-1] == "." else ""
        return f"-{mark}{gap}{text[1:]}" if text.startswith("-") else f"{mark}{gap}{text}"

    def without_currency(self) -> "MoneyStyle":
        return msgspec.structs.replace(self, place="none")


def dated(day: date, pattern: str, language: str) -> str:
    """A day in a CLDR pattern."""
    return format_date(day, pattern, locale=language.replace("-", "_"))
