"""Values as people write them: grouped amounts with their currency, rates in per cent, ISO dates, sums written out."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from invoicy.model.code_lists import codes, country_name, country_of
from invoicy.wording.words import word, words

_WRITTEN_OUT = 5
_LONGEST = 90
_NO_CENTS = Decimal("0.00")
_ONE_DECIMAL = -1
_ALIKE = 0.85


class SumWords(Struct, frozen=True):
    """Signed amounts that add up. kind: of the words for many of them, for a single one and for none.

    rounded: the result, where it is rounded.
    """

    kind: str
    addends: Sequence[Decimal | None]
    rounded: Decimal | None = None

    def __str__(self) -> str:
        given = [amount for amount in self.addends if amount is not None]
        total = self._total(sum(given, Decimal(0)))
        if 1 < len(given) <= _WRITTEN_OUT:
            few = words().get(("sum", f"{self.kind}-few"), "{equation}")
            return few.format(equation=f"{_written_out(given)} = {total}")
        case = {0: f"{self.kind}-none", 1: f"{self.kind}-one"}.get(len(given), self.kind)
        return word("sum", case).format(total=total, count=len(given))

    def _total(self, total: Decimal) -> str:
        if self.rounded is None or self.rounded == total:
            return number(total)
        return word("word", "rounded").format(total=number(total), rounded=number(aligned(self.rounded, total)))


def _written_out(addends: list[Decimal]) -> str:
    first, *rest = addends
    return number(first) + "".join(f" {'-' if amount < 0 else '+'} {number(amount.copy_abs())}" for amount in rest)


class CodeWords(Struct, frozen=True):
    """A list of codes, and the text that is none of them. syntax: some lists differ by it."""

    of: str
    text: str
    syntax: str = ""

    def __str__(self) -> str:
        near = _near(self.of, self.text, self.syntax)
        return word("list", self.of) + (word("word", "near").format(code=near) if near else "")


@lru_cache(maxsize=256)  # a thousand lines may have one unit that no list has
def _near(of: str, text: str, syntax: str) -> str:
    """The code that was meant, empty where nothing says so clearly."""
    import difflib  # a module that an invoice without faults need not load

    known, compact = codes(of, syntax), "".join(text.split()).upper()
    if compact in known:
        return compact
    if of == "country":
        return country_of(text)
    return next(iter(difflib.get_close_matches(compact[:_LONGEST], known, n=1, cutoff=_ALIKE)), "")


class CatalogueWord(Struct, frozen=True):
    """Words of the catalogue, such as the name of a VAT category."""

    key: str
    case: str

    def __str__(self) -> str:
        return word(self.key, self.case)


class CountryWords(Struct, frozen=True):
    """Countries by their codes, listed with their names: "Germany (DE)"."""

    codes: Sequence[str]

    def __str__(self) -> str:
        return ", ".join(map(country_name, dict.fromkeys(self.codes)))


class TermWords(Struct, frozen=True):
    """Business terms that a sentence lists by name."""

    ids: Sequence[str]

    def __str__(self) -> str:
        from invoicy.wording.names import listed  # the table of terms is for invoices with faults

        return listed(self.ids)


def enumerated(parts: Sequence[str]) -> str:
    """Parts as a sentence lists them: "21 %, 9 % and 0 %"."""
    *first, last = parts
    return word("word", "and").format(first=", ".join(first), last=last) if first else last


def number(value: Decimal) -> str:
    """Grouped by thousands, with the digits of the source, but never with a single decimal."""
    return f"{value:,f}0" if value.as_tuple().exponent == _ONE_DECIMAL else f"{value:,f}"


def aligned(value: Decimal, other: Decimal | None) -> Decimal:
    """A value rounded to cents, with two decimals where the amount that it is compared with has decimals."""
    has_decimals = other is not None and other.as_tuple().exponent < 0  # type: ignore[operator]  # amounts are finite
    return value + _NO_CENTS if has_decimals else value


def amount(value: Decimal, currency: str) -> str:
    """A number with its currency, where that is known."""
    return f"{number(value)} {currency}".rstrip()


def shortest(value: Decimal) -> str:
    """Grouped, without trailing zeros, as rates and quantities are written."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def written(value: object, kind: str, currency: str) -> str:
    """A value as its semantic data type (see terms.Term) is written; text is cut to one line."""
    if value is None:
        return word("word", "absent")
    if isinstance(value, Decimal):
        return _decimal(value, kind, currency)
    if isinstance(value, date):
        return value.isoformat()
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def _decimal(value: Decimal, kind: str, currency: str) -> str:
    if kind == "percentage":
        return f"{shortest(value)} %"
    if kind == "quantity":
        return shortest(value)
    return number(value) if kind == "number" else amount(value, currency)
