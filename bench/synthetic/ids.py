"""Tax ids with right check digits, IBANs and BICs."""

import importlib
import re
from functools import cache
from typing import Any

import msgspec
from stdnum import iban

from bench.synthetic.chance import Chance
from bench.synthetic.kinds import id_kinds

COUNT_OF_KIND = re.compile(r"(\d+)!([nac])")


class Identifier(msgspec.Struct, frozen=True):
    """An id as it is printed, without its spaces and signs, and in the other ways a reader may give it."""

    printed: str
    compact: str
    alternatives: tuple[str, ...] = ()
    national: str = ""


@cache
def _validator(name: str) -> Any:
    return importlib.import_module(f"stdnum.{name}")


def draw_tax_id(chance: Chance, name: str) -> Identifier:
    """An id of a kind in ids.toml."""
    kind = id_kinds()[name]
    body = chance.fill(kind.body)
    while not _validator(kind.validator).is_valid(body):
        body = chance.fill(kind.body)
    printed = chance.fill(masked(chance.pick(kind.masks), body))
    compact = squash(printed)
    others = tuple(a for a in (form.format(body) for form in kind.also) if a != compact)
    return Identifier(printed, compact, others, masked(kind.national, body))


def masked(mask: str, body: str) -> str:
    """The mask with the signs of the body in the places of `#` and `?`; places left over stay."""
    signs = iter(body)
    return "".join(next(signs, c) if c in "#?" else c for c in mask)


def squash(text: str) -> str:
    """Letters and digits only."""
    return re.sub(r"[\W_]+", "", text)


def draw_iban(chance: Chance, country: str) -> str:
    """A valid IBAN without spaces."""
    while True:
        number = _with_check_digits(country, _bban(chance, country))
        if iban.is_valid(number):
            return number


def _bban(chance: Chance, country: str) -> str:
    structure = str(iban._ibandb.info(country)[0][1]["bban"])  # noqa: SLF001  the only place that knows the lengths
    return "".join(chance.fill(("?" if kind == "a" else "#") * int(n)) for n, kind in COUNT_OF_KIND.findall(structure))


def _with_check_digits(country: str, bban: str) -> str:
    return f"{country}{iban.calc_check_digits(f'{country}00{bban}')}{bban}"


def draw_bic(chance: Chance, country: str) -> str:
    """A BIC in form; no bank answers to it."""
    return chance.fill(f"????{country}2?") + chance.pick(("", "XXX"))
