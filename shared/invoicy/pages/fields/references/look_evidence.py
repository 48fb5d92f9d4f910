"""Evidence for a reference from its letters and digits."""

import re
from collections.abc import Iterator

from invoicy.pages.fields.references.evidence import ReferenceEvidence
from invoicy.pages.parsers.references import Form
from invoicy.pages.scoring.chances import Features

_PHONE = re.compile(r"^(?:\+|00?)\d{1,5}(?:[ /-]\d{2,5}){1,4}$")
_POST_CODE = re.compile(r"^(?:[A-Z]{2} \d{5}(?:-\d{4})?|\d{5}-\d{3}|[A-Z]\d[A-Z] \d[A-Z]\d)$")
_SELLERS_ORDER = re.compile(r"(?:SO-?|AB-?)\d")  # sales order, Auftragsbestätigung
_BUYERS_ORDER = re.compile(
    r"(?<![^\W\d_])(?:P\.?O|LPO|BC|BDC|OC|PC|inkoop\w*|bestel\w*|order|ordre|commande|cde|pedido|ordine|OdA|obj|zam|tilaus)"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)  # 25/PO/0417, inkoop 0931
_TIME = re.compile(r"^\d{1,2}:\d\d")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_WORD_AND_YEAR = re.compile(r"^[^\W\d_]{2,6} (?:19|20)\d\d$")
_WITH_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)|(?<=\D)20[12]\d(?=\d{3,})")
_YEAR_DIGITS = 4  # a year alone is not a number with a year in it
_MANY_DIGITS = 11  # invoice numbers of digits alone have up to 9 in the corpus; article numbers (GTIN) have 13
_FEW_DIGITS = (
    ReferenceEvidence.NO_DIGITS,
    ReferenceEvidence.ONE_DIGIT,
    ReferenceEvidence.TWO_DIGITS,
    ReferenceEvidence.THREE_DIGITS,
)
"""The kind of evidence for each count of digits, from 0."""


def look_evidence(form: Form) -> Features:
    """Return the kinds of evidence that hold for a reference, each with strength 1."""
    looks = (*_of_words(form), *_of_digits(form.value), *_of_patterns(form.value))
    return {kind: 1.0 for kind, holds in looks if holds}


def _of_words(form: Form) -> Iterator[tuple[ReferenceEvidence, bool]]:
    several = form.words > 1
    yield ReferenceEvidence.GOES_ON, form.goes_on
    yield ReferenceEvidence.SEVERAL_WORDS, several
    yield ReferenceEvidence.GROUPS_OF_DIGITS, several and not any(c.isalpha() for c in form.value)


def _of_digits(value: str) -> Iterator[tuple[ReferenceEvidence, bool]]:
    digits = sum(c.isdigit() for c in value)
    letters = sum(c.isalpha() for c in value)
    yield ReferenceEvidence.YEAR_IN_IT, bool(_WITH_YEAR.search(value)) and digits > _YEAR_DIGITS
    yield from ((kind, digits == count) for count, kind in enumerate(_FEW_DIGITS))
    yield ReferenceEvidence.MANY_DIGITS, digits > _MANY_DIGITS
    yield ReferenceEvidence.DIGITS_ALONE, digits == len(value)
    yield ReferenceEvidence.LETTERS_AND_DIGITS, bool(letters and digits)
    yield ReferenceEvidence.MOSTLY_LETTERS, letters > 2 * digits > 0


def _of_patterns(value: str) -> Iterator[tuple[ReferenceEvidence, bool]]:
    yield ReferenceEvidence.A_YEAR, bool(_YEAR.match(value))
    yield ReferenceEvidence.A_WORD_AND_A_YEAR, bool(_WORD_AND_YEAR.match(value))
    yield ReferenceEvidence.SMALL_LETTERS, any(c.islower() for c in value)
    yield ReferenceEvidence.A_POST_CODE, bool(_POST_CODE.match(value))
    yield ReferenceEvidence.SELLERS_ORDER, bool(_SELLERS_ORDER.match(value))
    yield ReferenceEvidence.NAMES_AN_ORDER, bool(_BUYERS_ORDER.search(value))
    yield ReferenceEvidence.LIKE_A_TELEPHONE, bool(_PHONE.match(value))
    yield ReferenceEvidence.A_TIME, bool(_TIME.match(value))
    yield ReferenceEvidence.STROKES, "/" in value or "-" in value
    yield ReferenceEvidence.POINT_OR_COMMA, "." in value or "," in value
