"""IBANs (ISO 13616) as printed: without blanks, in groups of four, or with blanks anywhere."""

import re
from collections.abc import Iterator
from functools import lru_cache

from invoicy.pages.parsers.vat_ids import PrintedIdentifier, is_vat_id

_IN_GROUPS = re.compile(
    r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ ]{0,2}[A-Z0-9]{4}){2,7}(?:[ ]{0,2}[A-Z0-9]{1,4})?(?![A-Z0-9*])"
)
_START = re.compile(r"(?<![A-Z0-9])[A-Z]{2} ?\d{2}(?= ?[A-Z0-9])")
_UNFINISHED = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}[ A-Z0-9]*$")

# Characters of an IBAN: 15 in Norway, at most 34 by the standard.
_LENGTHS = range(15, 35)

# An IBAN of 34 characters with a blank after almost every one.
_MAX_PRINTED = 60

# Without right check digits a code with fewer digits is something else. Set by hand on the LEARN set.
_MIN_DIGITS = 11


def ibans_in(text: str) -> Iterator[PrintedIdentifier]:
    """Yield IBANs, without what goes on after them in the line. Those with wrong check digits are not valid."""
    in_groups = list(_in_groups(text))
    for match in _START.finditer(text):
        if not any(iban.start <= match.start() < iban.end for iban in in_groups if iban.is_valid):
            iban = iban_at(text[match.start() :])
            if iban:
                yield PrintedIdentifier(match.start(), match.start() + iban.end, iban.value, is_valid=True)
    yield from in_groups


def iban_at(text: str) -> PrintedIdentifier | None:
    """Return the IBAN at the start of a text, with blanks anywhere; None if no check digits are right."""
    from stdnum import iban  # two modules, needed only where an IBAN comes

    offsets = [index for index, character in enumerate(text[:_MAX_PRINTED]) if character != " "]
    compact = "".join(text[index] for index in offsets)
    for size in _LENGTHS:
        printed = compact[:size]
        if len(printed) == size and printed.isalnum() and has_iban_length(printed) and iban.is_valid(printed):
            return PrintedIdentifier(0, offsets[size - 1] + 1, printed, is_valid=True)
    return None


def iban_starts(text: str) -> Iterator[int]:
    """Yield the offsets of IBANs that may go on in the next line: nothing else comes after them in the text."""
    for match in _UNFINISHED.finditer(text):
        if len(re.sub(r"\s", "", match.group())) <= max(_LENGTHS):
            yield match.start()


def has_iban_length(iban: str) -> bool:
    """Test whether an IBAN is as long as those of its country, or if that is not known."""
    length = _length_in(iban[:2])
    return not length or len(iban) == length


def _in_groups(text: str) -> Iterator[PrintedIdentifier]:
    """Yield IBANs without blanks or in groups of four, as most are printed."""
    for match in _IN_GROUPS.finditer(text):
        iban = _iban_of(match.start(), match.group())
        if iban:
            yield iban


def _iban_of(start: int, printed: str) -> PrintedIdentifier | None:
    """Return the longest run of words with right check digits, else all of them as an IBAN that is not valid."""
    from stdnum import iban  # as above

    words = printed.split()
    for size in range(len(words), 0, -1):
        compact = "".join(words[:size])
        if len(compact) in _LENGTHS and iban.is_valid(compact):
            return PrintedIdentifier(start, start + len(printed), compact, is_valid=True)
    compact = "".join(words)
    if is_vat_id(compact) or len(compact) not in _LENGTHS or sum(map(str.isdigit, compact)) < _MIN_DIGITS:
        return None
    return PrintedIdentifier(start, start + len(printed), compact, is_valid=False)


@lru_cache(maxsize=256)
def _length_in(country: str) -> int:
    """Return the length of IBANs in a country; 0 if it is not known."""
    from stdnum import numdb  # as above

    structure = numdb.get("iban").info(country)[0][1].get("bban", "")
    lengths = [int(digits) for digits in re.findall(r"(\d+)!?[nac]", structure)]
    return 4 + sum(lengths) if lengths else 0
