"""VAT ids, other tax ids and IBANs as printed, with their check digits."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

_EU = (
    r"ATU\s?\d{8}|BE\s?[01]?\d{3}\.?\s?\d{3}\.?\s?\d{3}|BG\s?\d{9,10}|CY\s?\d{8}[A-Z]|CZ\s?\d{8,10}|DE\s?\d{3}\s?\d{3}\s?\d{3}|DK\s?\d{2}\s?\d{2}\s?\d{2}\s?\d{2}"
    r"|EE\s?\d{9}|(?:EL|GR)\s?\d{9}|ES\s?[A-Z0-9]-?\d{7}-?[A-Z0-9]|FI\s?\d{7}-?\d|FR\s?[A-Z0-9]{2}\s?\d{3}\s?\d{3}\s?\d{3}"
    r"|HR\s?\d{11}|HU\s?\d{8}|IE\s?\d[A-Z0-9+*]\d{5}[A-Z]{1,2}|IT\s?\d{11}|LT\s?(?:\d{12}|\d{9})|LU\s?\d{8}|LV\s?\d{11}"
    r"|MT\s?\d{8}|NL\s?\d{9}B\s?\d{2}|NL\s?\d{4}\.?\d{2}\.?\d{3}\.?B\.?\d{2}|PL\s?\d{10}|PL\s?\d{3}-\d{3}-\d{2}-\d{2}|PT\s?\d{9}|RO\s?\d{6,10}|SE\s?\d{10}\s?01|SE\s?\d{6}-\d{4}-?01|SI\s?\d{8}|SK\s?\d{10}"
    r"|GB\s?\d{3}\s?\d{4}\s?\d{2}|XI\s?\d{9}|NO\s?\d{9}\s?MVA|CHE[-\s]?\d{3}\.?\d{3}\.?\d{3}(?:\s?(?:MWST|TVA|IVA))?|EU\s?\d{9}"
)
_VAT = re.compile(rf"(?<![\w/-])(?:{_EU}|\d{{2}}[A-Z]{{5}}\d{{4}}[A-Z][0-9A-Z]Z[0-9A-Z])(?![\w])")
_LABELLED = re.compile(
    r"^[\s:：.#=(\-]*(?:(?:nr|n)[.:\s]+|no[.:]\s*)?(?P<id>(?:(?-i:[A-Z]{2,3})[\s-]?|[A-Z]-)?(?:[A-Z]{0,5}\d[A-Z\d]*|\d)(?:[\s.\-/]?(?:[A-Z]{0,3}\d[A-Z\d]*|[A-Z]{1,2}(?=$|\s*$)))*"
    r"(?:\s?(?:MVA|MWST|TVA|IVA)\b)?)",
    re.IGNORECASE,
)
_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ ]{0,2}[A-Z0-9]{4}){2,7}(?:[ ]{0,2}[A-Z0-9]{1,4})?(?![A-Z0-9*])")
_IBAN_HEAD = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}[ A-Z0-9]*$")
_IBAN_SPACED = re.compile(r"(?<![A-Z0-9])[A-Z]{2} ?\d{2}(?= ?[A-Z0-9])")
_IBAN_LENGTH = range(15, 35)
_LONGEST = 60


class PrintedIdentifier(Struct, frozen=True):
    """An id printed at text[start:end]; sure: its form or its check digits allow no doubt."""

    start: int
    end: int
    value: str
    sure: bool


def vat_ids_in(text: str) -> Iterator[PrintedIdentifier]:
    """Ids with the prefix of their country, and Indian GSTINs."""
    for found in _VAT.finditer(text):
        value = re.sub(r"\s+", "", found.group())
        yield PrintedIdentifier(found.start(), found.end(), value, is_valid_vat_id(value))


def vat_id_at(text: str) -> PrintedIdentifier | None:
    """The tax id at the start of what follows a label: five characters or more, at least half of them digits."""
    found = _LABELLED.match(text)
    if not found:
        return None
    value = found["id"].strip(" .-/")
    compact = re.sub(r"[^A-Za-z0-9]", "", value)
    digits = sum(c.isdigit() for c in compact)
    known = _VAT.fullmatch(compact)
    if not known and (not 6 <= len(compact) <= 20 or digits * 2 < len(compact)):
        return None
    return PrintedIdentifier(
        found.start("id"), found.start("id") + len(value), re.sub(r"\s+", "", value), is_valid_vat_id(compact)
    )


def is_valid_vat_id(value: str) -> bool:
    from stdnum import get_cc_module  # loads one small module a country, where an id of that country comes

    country = value[:2].lower().replace("el", "gr")
    if value.upper().endswith("MVA"):
        country = "no"
    elif country.isdigit():
        country = "in"  # a GSTIN; others that begin with digits do not say their country
        value = value if len(value) == 15 else ""
    module = get_cc_module(country, "vat")
    return bool(module and module.is_valid(value))


def iban_starts(text: str) -> Iterator[int]:
    """The starts of IBANs that may go on behind the text: a country, two digits and no more than an IBAN has."""
    for found in _IBAN_HEAD.finditer(text):
        if len(re.sub(r"\s", "", found.group())) <= max(_IBAN_LENGTH):
            yield found.start()


def iban_at(text: str) -> PrintedIdentifier | None:
    """The IBAN at the start of a text, wherever spaces stand in it, if its check digits are right."""
    from stdnum import iban  # two modules, wanted only where an IBAN comes

    places = [index for index, character in enumerate(text[:_LONGEST]) if character != " "]
    compact = "".join(text[index] for index in places)
    for size in _IBAN_LENGTH:
        printed = compact[:size]
        if len(printed) == size and printed.isalnum() and has_iban_length(printed) and iban.is_valid(printed):
            return PrintedIdentifier(0, places[size - 1] + 1, printed, sure=True)
    return None


def ibans_in(text: str) -> Iterator[PrintedIdentifier]:
    """IBANs, sure where the check digits are right. What goes on behind an IBAN in the same line is left off."""
    found = list(_in_fours(text))
    for head in _IBAN_SPACED.finditer(text):
        if not any(one.start <= head.start() < one.end for one in found if one.sure):
            iban = iban_at(text[head.start() :])
            if iban:
                yield PrintedIdentifier(head.start(), head.start() + iban.end, iban.value, sure=True)
    yield from found


def _in_fours(text: str) -> Iterator[PrintedIdentifier]:
    """As they are mostly printed: without spaces, or with one behind every fourth character."""
    for found in _IBAN.finditer(text):
        from stdnum import iban  # two modules, wanted only where an IBAN comes

        printed = found.group()
        words = printed.split()
        for end in range(len(words), 0, -1):
            compact = "".join(words[:end])
            if len(compact) in _IBAN_LENGTH and iban.is_valid(compact):
                yield PrintedIdentifier(found.start(), found.start() + len(printed), compact, sure=True)
                break
        else:
            compact = "".join(words)
            if _VAT.fullmatch(compact):
                continue
            if len(compact) in _IBAN_LENGTH and sum(c.isdigit() for c in compact) > 10:
                yield PrintedIdentifier(found.start(), found.end(), compact, sure=False)


def has_iban_length(iban: str) -> bool:
    """As long as the IBANs of its country are, if that is known."""
    length = _iban_length(iban[:2])
    return not length or len(iban) == length


@lru_cache(maxsize=256)
def _iban_length(country: str) -> int:
    from stdnum import numdb  # as above

    known = numdb.get("iban").info(country)[0][1].get("bban", "")
    lengths = [int(digits) for digits in re.findall(r"(\d+)!?[nac]", known)]
    return 4 + sum(lengths) if lengths else 0
