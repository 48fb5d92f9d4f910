"""The data files as values (locales, countries, layouts, styles) and the halves that they are split into."""

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

HERE = Path(__file__).parent
DATA = HERE / "data"
Half = Literal["a", "b"]
T = TypeVar("T")


class Country(msgspec.Struct, frozen=True):
    """The traits that the sellers of a country share; `taxes` in percent, the standard rate first."""

    name: str
    currency: str
    signs: tuple[str, ...]
    legal: tuple[str, ...]
    cities: tuple[str, ...]
    phone: tuple[str, ...]
    bank: tuple[str, ...]
    taxes: tuple[str, ...]
    vat_id: str
    tax_no: str
    tax: tuple[str, str] = ("VAT", "VAT")
    number_first: bool = False
    iban: str = ""
    tax_system: Literal["vat", "sales", "gst"] = "vat"
    rounding: str = ""
    decimals: int = 2


class Locale(msgspec.Struct, frozen=True):
    """The spelling of a language in a country."""

    country: str
    numbers: tuple[str, ...]
    dates: tuple[str, ...]
    money: tuple[str, ...]


class Layout(msgspec.Struct, frozen=True):
    """The parts that a layout can print; the comment in layouts.toml explains each key."""

    half: Half
    goods: tuple[str, ...]
    lines: tuple[int, int]
    totals: Literal["stack", "sentence"] = "stack"
    carry: bool = False
    due_box: bool = False
    dated: bool = False
    narrow: bool = False
    balance: bool = False
    gross: float = 0.08
    vat_table: float = 0.0
    ship: float = 0.0
    short: float = 0.15


class IdKind(msgspec.Struct, frozen=True):
    """The rules by which an id is drawn, checked and printed."""

    validator: str
    body: str
    masks: tuple[str, ...]
    also: tuple[str, ...] = ()
    national: str = ""


class Style(msgspec.Struct, frozen=True):
    """The looks that a page may have."""

    fonts: tuple[str, ...]
    sizes: tuple[str, ...]
    accents: tuple[str, ...]
    suffixes: tuple[str, ...]
    rules: tuple[str, ...]
    percents: tuple[str, ...]
    gaps_after: tuple[str, ...]
    gaps_before: tuple[str, ...]
    negatives: tuple[str, ...]
    syllables_a: tuple[str, ...]
    syllables_b: tuple[str, ...]
    domains_a: tuple[str, ...]
    domains_b: tuple[str, ...]


def _toml(name: str, kind: type[T]) -> T:
    return msgspec.convert(tomllib.loads((DATA / name).read_text(encoding="utf-8")), kind)


@cache
def countries() -> dict[str, Country]:
    """Countries by ISO code."""
    return _toml("countries.toml", dict[str, Country])


@cache
def locales() -> dict[str, Locale]:
    """Locales by tag."""
    return _toml("locales.toml", dict[str, Locale])


@cache
def layouts(half: Half) -> dict[str, Layout]:
    """The layouts of one half by name."""
    return {n: x for n, x in _toml("layouts.toml", dict[str, Layout]).items() if x.half == half}


@cache
def id_kinds() -> dict[str, IdKind]:
    """Kinds of ids by name."""
    return _toml("ids.toml", dict[str, IdKind])


@cache
def style() -> Style:
    """The choices of type and colour."""
    return _toml("style.toml", Style)


@cache
def references(half: Half) -> dict[str, tuple[str, ...]]:
    """Patterns of numbers, by the kind of reference."""
    table = _toml("references.toml", dict[str, dict[str, tuple[str, ...]]])
    return {name: halves[half] for name, halves in table.items()}


@cache
def synonyms(folder: Literal["labels", "words"], tag: str, half: Half) -> dict[str, tuple[str, ...]]:
    """The words for each concept in a language, those of a country (`en-IN`) instead of the language's own."""
    synonyms_of: dict[str, tuple[str, ...]] = {}
    for name in dict.fromkeys((tag.split("-", maxsplit=1)[0], tag)):
        file = DATA / folder / f"{name}.tsv"
        synonyms_of |= {row["concept"]: tuple(row[half].split("|")) for row in _rows(file)} if file.is_file() else {}
    return synonyms_of


def _rows(file: Path) -> list[dict[str, Any]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
