"""Invoice number (BT-1) and purchase order reference (BT-13), chosen together among all that look like one."""

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.references.candidates import ReferenceCandidate, ReferenceCandidates
from invoicy.pages.fields.references.from_labels import add_references_from_labels, add_references_from_other_labels
from invoicy.pages.fields.references.from_places import add_evidence_by_comparison, add_references_from_places
from invoicy.pages.fields.value import FieldValue, chosen_value
from invoicy.pages.scoring.chances import fitted
from invoicy.pages.scoring.choice import Choice, best_pair, ranked_choices


class References(Struct, frozen=True):
    """The references of an invoice, each None if no candidate is likely."""

    number: FieldValue[str] | None
    purchase_order: FieldValue[str] | None


def references_of(pages: AnnotatedPages) -> References:
    """Choose the likeliest number and the likeliest order that are not the same value."""
    return pages.once(_choose)


def _choose(pages: AnnotatedPages) -> References:
    candidates = reference_candidates(pages)
    evidence, weights = [candidate.evidence for candidate in candidates], fitted("references")
    numbers = ranked_choices(candidates, evidence, weights["number"])
    orders = ranked_choices(candidates, evidence, weights["purchase_order"])
    number, order = best_pair(numbers, orders, _fit)
    return References(chosen_value(number, numbers, _value_of), chosen_value(order, orders, _value_of))


def number_of(pages: AnnotatedPages) -> FieldValue[str] | None:
    """Choose the invoice number."""
    return references_of(pages).number


def reference_candidates(pages: AnnotatedPages) -> list[ReferenceCandidate]:
    """Return all values that look like a reference, with their evidence."""
    candidates = ReferenceCandidates(pages)
    add_references_from_labels(candidates)
    add_references_from_places(candidates)
    add_references_from_other_labels(candidates)
    add_evidence_by_comparison(candidates)
    return list(candidates.by_value.values())


def _fit(number: Choice[ReferenceCandidate], order: Choice[ReferenceCandidate]) -> float:
    """Return the chance of both; 0 for one value in both roles."""
    is_same = number.candidate is not None and number.candidate is order.candidate
    return 0.0 if is_same else number.chance * order.chance


def _value_of(candidate: ReferenceCandidate, chance: float) -> FieldValue[str]:
    return FieldValue.of(candidate.value, candidate.segment, candidate.words, chance, candidate.method, candidate.value)
