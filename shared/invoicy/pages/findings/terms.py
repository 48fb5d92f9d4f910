"""Findings about terms that a page does not show, or that may be one of several values."""

import operator
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.findings.totals import money
from invoicy.pages.findings.vicinity import neighbour_of, place_of
from invoicy.pages.page_evidence import box_as_shown
from invoicy.readings.reading import Evidence, Finding, Severity
from invoicy.wording.names import name_of, term_of

REQUIRED = ("/number", "/issue_date", "/currency_code", "/seller/name", "/totals/with_vat")
"""Terms without which a reading needs review."""

# On layouts that the weights never saw, 3 % of the invoices accepted with these limits had a wrong value
# (`python -m bench printed` prints the figures of other limits).
MIN_TO_ACCEPT = 0.94
"""Confidence from which a required term needs no review."""

# The same for other terms, which do not change the status.
_MIN_TO_ACCEPT_OPTIONAL = 0.8

_MAX_LETTERS = 40  # of a printed text in a message, so that a message fits on two lines
_BOUNDS = {"/issue_date": ("/due_date", operator.le), "/due_date": ("/issue_date", operator.ge)}
_GUESSED = ("country", "language")  # methods of fields/currency for pages without a currency code or sign


def doubts(
    pages: AnnotatedPages, terms: Mapping[str, FieldValue[Any]], evidence: Mapping[str, Evidence]
) -> Iterator[Finding]:
    """Yield the findings about missing and uncertain terms, the required ones first.

    terms: printed values by JSON Pointer into the invoice. evidence: of the invoice after its barcodes were compared.
    """
    for pointer in REQUIRED:
        if pointer not in evidence:
            message = f"No {name_of(pointer)} ({term_of(pointer)}) was found on the page."
            yield Finding("INVOICY-FIELD-MISSING", Severity.FATAL, message, pointer, (term_of(pointer),))
        elif not is_sure(pointer, evidence[pointer]):
            yield _uncertain(pages, pointer, _bounded(pointer, terms, evidence), evidence[pointer], Severity.FATAL)
    for pointer, each in evidence.items():
        if pointer not in REQUIRED and not is_sure(pointer, each):
            yield _uncertain(pages, pointer, _bounded(pointer, terms, evidence), each, Severity.WARNING)


def is_sure(pointer: str, evidence: Evidence) -> bool:
    """Test whether the value at a pointer needs no review."""
    return evidence.confidence >= (MIN_TO_ACCEPT if pointer in REQUIRED else _MIN_TO_ACCEPT_OPTIONAL)


def _bounded(
    pointer: str, terms: Mapping[str, FieldValue[Any]], evidence: Mapping[str, Evidence]
) -> FieldValue[Any] | None:
    """Return the value of a term without the alternatives that a certain date rules out.

    An invoice is not due before its issue date.
    """
    value = terms.get(pointer)
    bound_at, is_possible = _BOUNDS.get(pointer, ("", operator.eq))
    bound = terms.get(bound_at)
    if value is None or bound is None or not is_sure(bound_at, evidence[bound_at]):
        return value
    return value.beside(other for other in value.alternatives if is_possible(other.value, bound.value))


def _uncertain(
    pages: AnnotatedPages, pointer: str, value: FieldValue[Any] | None, evidence: Evidence, severity: Severity
) -> Finding:
    term, others = term_of(pointer), value.alternatives if value else ()
    chosen = _written(value.value) if value else evidence.text
    printed = f"{_shortened(evidence.text)!r}, " if chosen != evidence.text else ""
    beside = neighbour_of(pages, value.page, value.words) if value else ""
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
    return text if len(text) <= _MAX_LETTERS else f"{text[:_MAX_LETTERS].rstrip()}…"


def _listed(parts: list[str]) -> str:
    return " or ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
