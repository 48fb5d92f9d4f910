"""The invoice number and the purchase order reference, by a joint view of everything that looks like one."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.references.candidates import ReferenceCandidate, references_of
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.scoring.chances import chances, fitted

_BEST = 6


class Chosen(Struct, frozen=True):
    """The invoice number (BT-1) and the buyer's order (BT-13), each with the chance that it is that as its score."""

    number: FieldValue[str] | None
    purchase_order: FieldValue[str] | None


class _One(Struct, frozen=True):
    reference: ReferenceCandidate | None
    chance: float


def references_in(pages: AnnotatedPages) -> Chosen:
    """The likeliest two that are not one."""
    everyone = list(references_of(pages).by_value.values())
    features, weights = [one.evidence for one in everyone], fitted("references")
    numbers = _likeliest(everyone, chances(features, weights["number"]))
    orders = _likeliest(everyone, chances(features, weights["purchase_order"]))
    number, order = max(_pairs(numbers, orders), key=lambda pair: pair[0].chance * pair[1].chance)
    return Chosen(_beside(number, numbers), _beside(order, orders))


def number_of(pages: AnnotatedPages) -> FieldValue[str] | None:
    """The invoice number alone."""
    return references_in(pages).number


def _likeliest(everyone: list[ReferenceCandidate], found: list[float]) -> list[_One]:
    known = [_One(reference, chance) for reference, chance in zip(everyone, found[:-1], strict=True)]
    return [*sorted(known, key=lambda one: -one.chance)[:_BEST], _One(None, found[-1])]


def _pairs(numbers: list[_One], orders: list[_One]) -> Iterator[tuple[_One, _One]]:
    for number in numbers:
        for order in orders:
            if number.reference is None or number.reference is not order.reference:
                yield number, order


def _beside(chosen: _One, everyone: list[_One]) -> FieldValue[str] | None:
    """The chosen one with the others that it may be."""
    found = _found(chosen)
    return found.beside(_found(one) for one in everyone) if found else None


def _found(one: _One) -> FieldValue[str] | None:
    reference = one.reference
    if reference is None:
        return None
    return FieldValue.of(
        reference.value, reference.segment, reference.words, one.chance, reference.method, reference.value
    )
