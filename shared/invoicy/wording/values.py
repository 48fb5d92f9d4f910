"""Values as people write them: grouped amounts with their currency, rates in per cent, ISO dates, sums written out."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from invoicy.model.code_lists import codes, country_name, country_of
from invoicy.wording.words import word, words

_MAX_ADDENDS = 5  # of a sum that is written out; more do not fit on one line
_MAX_LENGTH = 90  # characters of a text in a sentence, which then fits on two lines of a terminal
_NO_CENTS = Decimal("0.00")
_ONE_DECIMAL = -1  # exponent of a Decimal
# difflib's ratio of a wrong code to the one that was probably meant. EURO means EUR (0.857), EU (0.8) may mean others.
_MIN_ALIKE = 0.85


class SumWords(Struct, frozen=True):
    """A sum of signed amounts, written out if they are few. kind: the words for many amounts, a single one and none.

    rounded: the rounded result, if the rule rounds it.
    """

    kind: str
    addends: Sequence[Decimal | None]
    rounded: Decimal | None = None

    def __str__(self) -> str:
        given = [amount for amount in self.addends if amount is not None]
        total = self._total(sum(given, Decimal(0)))
        if 1 < len(given) <= _MAX_ADDENDS:
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
    """The name of a code list, with the code that was probably meant. of: the list. text: the wrong code.

    syntax: some lists differ between syntaxes.
    """

    of: str
    text: str
    syntax: str = ""

    def __str__(self) -> str:
        near = _near(self.of, self.text, self.syntax)
        return word("list", self.of) + (word("word", "near").format(code=near) if near else "")


@lru_cache(maxsize=256)  # a thousand lines may have the same unknown unit
def _near(of: str, text: str, syntax: str) -> str:
    """Return the code that was probably meant; empty if no code is close enough."""
    import difflib  # loaded here, because an invoice without faults does not need it

    known, compact = codes(of, syntax), "".join(text.split()).upper()
    if compact in known:
        return compact
    if of == "country":
        return country_of(text)
    return next(iter(difflib.get_close_matches(compact[:_MAX_LENGTH], known, n=1, cutoff=_MIN_ALIKE)), "")


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
        from invoicy.wording.names import listed  # only invoices with faults need the table of terms

        return listed(self.ids)


def enumerated(parts: Sequence[str]) -> str:
    """Join parts as a sentence lists them: "21 %, 9 % and 0 %"."""
    *first, last = parts
    return word("word", "and").format(first=", ".join(first), last=last) if first else last


def number(value: Decimal) -> str:
    """Write a number grouped by thousands, with the digits of the source but never with a single decimal."""
    return f"{value:,f}0" if value.as_tuple().exponent == _ONE_DECIMAL else f"{value:,f}"


def aligned(value: Decimal, other: Decimal | None) -> Decimal:
    """Return a value with two decimals if the amount that it is compared with has decimals."""
    has_decimals = other is not None and other.as_tuple().exponent < 0  # type: ignore[operator]  # amounts are finite
    return value + _NO_CENTS if has_decimals else value


def amount(value: Decimal, currency: str) -> str:
    """Write a number with its currency, if that is known."""
    return f"{number(value)} {currency}".rstrip()


def shortest(value: Decimal) -> str:
    """Write a rate or a quantity: grouped by thousands, without trailing zeros."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def written(value: object, data_type: str, currency: str) -> str:
    """Write a value by its semantic data type (see terms.Term); text is cut to one line."""
    if value is None:
        return word("word", "absent")
    if isinstance(value, Decimal):
        return _decimal(value, data_type, currency)
    if isinstance(value, date):
        return value.isoformat()
    text = " ".join(str(value).split())
    return text if len(text) <= _MAX_LENGTH else f"{text[:_MAX_LENGTH]}..."


def _decimal(value: Decimal, data_type: str, currency: str) -> str:
    if data_type == "percentage":
        return f"{shortest(value)} %"
    if data_type == "quantity":
        return shortest(value)
    return number(value) if data_type == "number" else amount(value, currency)
