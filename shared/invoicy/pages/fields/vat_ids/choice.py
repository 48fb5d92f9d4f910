"""VAT identifiers of Seller (BT-31) and Buyer (BT-48): the two likeliest ids, each with its owner."""

from collections.abc import Iterable

from msgspec import Struct

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.parties.choice import Parties
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.fields.vat_ids.candidates import VatIdCandidate, vat_id_candidates
from invoicy.pages.fields.vat_ids.weights import weights
from invoicy.pages.lexicon.folding import fold

_EVEN = 0.5  # the chance to be the buyer's of an id whose owner is unknown


class VatIds(Struct, frozen=True):
    """VAT ids of the two parties."""

    seller: FieldValue[str] | None = None
    buyer: FieldValue[str] | None = None


def vat_ids_of(pages: AnnotatedPages, parties: Parties) -> VatIds:
    """Choose the ids of the parties: by label, block, neighbours and distance to the names."""
    candidates = _plausible(_strongest(vat_id_candidates(pages, parties)))
    share = weights().owner.score
    if not candidates:
        return VatIds()
    seller = min(candidates, key=lambda candidate: candidate.buyer - share * candidate.value.score)
    remaining = (candidate for candidate in candidates if candidate is not seller)
    buyer = max(remaining, key=lambda candidate: candidate.buyer + share * candidate.value.score, default=None)
    return _of_one(seller) if buyer is None else _of_two(seller, buyer)


def _of_one(only: VatIdCandidate) -> VatIds:
    return VatIds(buyer=only.value) if only.buyer > weights().owner.only_buyer else VatIds(only.value)


def _of_two(seller: VatIdCandidate, buyer: VatIdCandidate) -> VatIds:
    limits = weights().owner
    gap = buyer.buyer - seller.buyer
    are_both_buyers = seller.buyer > limits.both_buyer and gap < limits.apart
    is_buyers = buyer.buyer > limits.buyer or (gap > limits.apart and buyer.value.score > weights().score.firm)
    return VatIds(None if are_both_buyers else seller.value, buyer.value if is_buyers else None)


def _strongest(candidates: Iterable[VatIdCandidate]) -> list[VatIdCandidate]:
    """Return each id once, in its place with the highest score, then that where its owner is clearest."""
    strongest: dict[str, VatIdCandidate] = {}
    for candidate in candidates:
        key = fold(candidate.value.value)
        known = strongest.get(key)
        if known is None or _rank(candidate) > _rank(known):
            strongest[key] = candidate
    return sorted(strongest.values(), key=lambda candidate: -candidate.value.score)


def _rank(candidate: VatIdCandidate) -> tuple[float, float]:
    return candidate.value.score, abs(candidate.buyer - _EVEN)


def _plausible(candidates: list[VatIdCandidate]) -> list[VatIdCandidate]:
    """Return the ids without those that repeat another, and without doubtful ones beside a sound one."""
    limits = weights().score
    whole = [candidate for candidate in candidates if not any(_repeats(candidate, other) for other in candidates)]
    if any(candidate.value.score > limits.sound for candidate in whole):
        return [candidate for candidate in whole if candidate.value.score > limits.doubtful]
    return whole


def _repeats(candidate: VatIdCandidate, other: VatIdCandidate) -> bool:
    """Test whether an id is another one without its country: the Y-tunnus 3936927-8 of FI39369278."""
    short, whole = fold(candidate.value.value), fold(other.value.value)
    return short.isdigit() and whole[:2].isalpha() and whole[2:].startswith(short)
