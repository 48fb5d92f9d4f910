"""Findings about terms that a page does not show, or that were chosen without certainty from several values."""

import operator
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.evidence import box_as_shown
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.findings.totals import money
from invoicy.pages.findings.vicinity import neighbour_of, place_of
from invoicy.readings.reading import Evidence, Finding, Severity
from invoicy.wording.names import name_of, term_of

# The terms that nobody need look at where each is at least so sure: on families of layouts left out, three in a hundred
# invoices accepted so had a wrong one among them (python -m bench printed prints the rest of the choice).
REQUIRED = ("/number", "/issue_date", "/currency_code", "/seller/name", "/totals/with_vat")
SURE, _SURE_OPTIONAL = 0.94, 0.8
_MOST_LETTERS = 40
_BOUNDS = {"/issue_date": ("/due_date", operator.le), "/due_date": ("/issue_date", operator.ge)}
_GUESSED = ("country", "language")  # pages/currency.py, where no code and no sign is printed


def doubts(
    pages: AnnotatedPages, terms: Mapping[str, FieldValue[Any] | None], evidence: Mapping[str, Evidence]
) -> Iterator[Finding]:
    """Findings about required terms first. terms: values found on the page, by JSON Pointer into the invoice.

    evidence: what the reading says of its values, which codes may have made surer or given.
    """
    for pointer in REQUIRED:
        if pointer not in evidence:
            message = f"The page shows no {name_of(pointer)} ({term_of(pointer)}) that could be found."
            yield Finding("INVOICY-FIELD-MISSING", Severity.FATAL, message, pointer, (term_of(pointer),))
        elif not is_sure(pointer, evidence[pointer]):
            yield _uncertain(pages, pointer, _bounded(pointer, terms, evidence), evidence[pointer], Severity.FATAL)
    for pointer, shown in evidence.items():
        if pointer not in REQUIRED and not is_sure(pointer, shown):
            yield _uncertain(pages, pointer, _bounded(pointer, terms, evidence), shown, Severity.WARNING)


def is_sure(pointer: str, evidence: Evidence) -> bool:
    """Nobody need look at the value at a pointer."""
    return evidence.confidence >= (SURE if pointer in REQUIRED else _SURE_OPTIONAL)


def _bounded(
    pointer: str, terms: Mapping[str, FieldValue[Any] | None], evidence: Mapping[str, Evidence]
) -> FieldValue[Any] | None:
    """The value of a term without those others that a sure date rules out: no invoice is due before its issue."""
    found = terms.get(pointer)
    bound_at, is_possible = _BOUNDS.get(pointer, ("", operator.eq))
    bound = terms.get(bound_at)
    if found is None or bound is None or not is_sure(bound_at, evidence[bound_at]):
        return found
    return found.beside(other for other in found.others if is_possible(other.value, bound.value))


def _uncertain(
    pages: AnnotatedPages, pointer: str, found: FieldValue[Any] | None, evidence: Evidence, severity: Severity
) -> Finding:
    term, others = term_of(pointer), found.others if found else ()
    chosen = _written(found.value) if found else evidence.text
    printed = f"{_shortened(evidence.text)!r}, " if chosen != evidence.text else ""
    beside = neighbour_of(pages, found.page, found.words) if found else ""
    places = ", ".join(filter(None, (place_of(evidence.page, evidence.box), beside)))
    message = f"The {name_of(pointer)} ({term}) is not certain: {chosen} was chosen ({printed}{places})."
    if evidence.method in _GUESSED:
        message = f"The page prints no {name_of(pointer)} ({term}): {chosen} follows from the {evidence.method} alone."
    if others:
        message += f" It may also be {_listed([_other(pages, other) for other in others])}."
    values = (evidence.text, *(_written(other.value) for other in others))
    return Finding("INVOICY-FIELD-UNCERTAIN", severity, message, pointer, (term,), values)


def _other(pages: AnnotatedPages, other: FieldValue[Any]) -> str:
    places = (place_of(other.page, box_as_shown(pages, other)), neighbour_of(pages, other.page, other.words))
    return f"{_written(other.value)} ({', '.join(filter(None, places))})"


def _written(value: str | date | Decimal) -> str:
    return money(value) if isinstance(value, Decimal) else str(value)


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS].rstrip()}…"


def _listed(parts: list[str]) -> str:
    return " or ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
