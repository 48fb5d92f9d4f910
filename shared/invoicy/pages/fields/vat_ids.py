"""The VAT ids of seller and buyer, and the account to pay to."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.blocks import Block
from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import ValueSlot, slots
from invoicy.pages.annotated.wrapped_lines import WrappedSlot, wraps_of
from invoicy.pages.fields.parties.choice import Parties
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.identifiers import (
    PrintedIdentifier,
    ibans_in,
    vat_id_at,
    vat_ids_in,
)

_NEAR = 14.0


_NOWHERE = 1e6


_OURS = (
    "our",
    "supplier",
    "seller",
    "vendor",
    "unser",
    "notre",
    "nuestro",
    "nostr",
    "onze",
    "vores",
    "dodavatel",
    "sprzedawc",
)


_CUSTOMER = ("kund", "client", "customer", "klant", "cliente", "asiakas", "zakazn")


class VatIds(Struct, frozen=True):
    """VAT ids of the two parties."""

    seller: FieldValue[str] | None = None
    buyer: FieldValue[str] | None = None


class _Id(Struct):
    found: FieldValue[str]
    segment: Segment
    buyer: float


def vat_ids_of(pages: AnnotatedPages, parties: Parties) -> VatIds:
    """Each id goes to the party in whose block, beside whose other numbers or under whose label it stands."""
    ids: dict[str, _Id] = {}
    for one in _ids(pages, parties):
        known = ids.get(fold(one.found.value))
        if known is None or _rank(one) > _rank(known):
            ids[fold(one.found.value)] = one
    ranked = sorted(ids.values(), key=lambda one: -one.found.score)
    ranked = [one for one in ranked if not any(_is_short_for(one, other) for other in ranked)]
    if any(one.found.score > 0.8 for one in ranked):
        ranked = [one for one in ranked if one.found.score > 0.45]
    if not ranked:
        return VatIds()
    seller = min(ranked, key=lambda one: one.buyer - 0.5 * one.found.score)
    buyer = max(
        (one for one in ranked if one is not seller), key=lambda one: one.buyer + 0.5 * one.found.score, default=None
    )
    if buyer is None:
        return VatIds(buyer=seller.found) if seller.buyer > 0.85 else VatIds(seller.found)
    apart = buyer.buyer > 0.5 or (buyer.buyer - seller.buyer > 0.1 and buyer.found.score > 0.7)
    both_buyers = seller.buyer > 0.6 and buyer.buyer - seller.buyer < 0.1
    return VatIds(None if both_buyers else seller.found, buyer.found if apart else None)


def _rank(one: _Id) -> tuple[float, float]:
    """Ranks an id by its score, and one that is printed twice by how sure its owner is."""
    return one.found.score, abs(one.buyer - 0.5)


def _is_short_for(one: _Id, other: _Id) -> bool:
    """The same number without its country: the Y-tunnus 3936927-8 of FI39369278."""
    short, whole = fold(one.found.value), fold(other.found.value)
    return short.isdigit() and whole[:2].isalpha() and whole[2:].startswith(short)


def _ids(pages: AnnotatedPages, parties: Parties) -> Iterator[_Id]:
    claimed: set[tuple[tuple[int, int, int], int]] = set()
    for label, weight in pages.labels.named("vat_id", "buyer_vat_id"):
        if max(label.fields.values()) > max(label.fields.get("vat_id", 0), label.fields.get("buyer_vat_id", 0)):
            continue
        for slot in (_whole(pages, label), *slots(pages, label)):
            found = vat_id_at(slot.text)
            if not (found and found.sure) and (broken := _broken(pages, slot)):
                found, whole = broken
                claimed.add((slot.segment.key, slot.start + found.start))
                yield _labelled_id(pages, parties, label, weight, found, whole)
                break
            if not found or _is_date_or_money(pages, slot.segment, slot.start + found.start, slot.start + found.end):
                if slot.relation == "inline" and fold(slot.text):
                    break
                continue
            claimed.add((slot.segment.key, slot.start + found.start))
            yield _labelled_id(pages, parties, label, weight, found, slot)
            break
    for segment in pages.segments:
        for found in vat_ids_in(segment.text):
            if (segment.key, found.start) in claimed or _is_in_iban(segment, found):
                continue
            words = segment.words_in(found.start, found.end)
            method = "check digits" if found.sure else "form"
            score = 0.75 if found.sure else 0.5
            yield _Id(
                FieldValue.of(found.value, segment, words, score, method), segment, _buyers(pages, parties, segment)
            )


def _labelled_id(  # noqa: PLR0913, PLR0917  all that an id has
    pages: AnnotatedPages,
    parties: Parties,
    label: Label,
    weight: float,
    found: PrintedIdentifier,
    slot: ValueSlot | WrappedSlot,
) -> _Id:
    score = weight * slot.trust * (0.95 if found.sure else 0.8) * _specific(label)
    buyers = label.fields.get("buyer_vat_id", 0) >= label.fields.get("vat_id", 0)
    buyer = 0.95 if buyers else 0.05 if label.key.startswith(_OURS) else _buyers(pages, parties, slot.segment)
    words = slot.words(found.start, found.end)
    return _Id(FieldValue.of(found.value, slot.segment, words, score, f"label {slot.relation}"), slot.segment, buyer)


def _broken(pages: AnnotatedPages, slot: ValueSlot) -> tuple[PrintedIdentifier, WrappedSlot] | None:
    """An id that goes on in the line under it and has the check digits of its country only as a whole."""
    whole = next(wraps_of(pages, slot), None) if fold(slot.text) else None
    found = vat_id_at(whole.text) if whole else None
    if whole and found and found.sure and whole.breaks(found.start, found.end):
        return found, whole
    return None


def _whole(pages: AnnotatedPages, label: Label) -> ValueSlot:
    """All that stands after the label in its line, up to a label with a colon: NO and MVA are part of an id."""
    segment = label.segment
    start = segment.starts[label.end] if label.end < len(segment.words) else len(segment.text)
    ends = [segment.starts[one.start] for one in pages.labels.of(segment) if one.start >= label.end and one.colon]
    return ValueSlot(segment, start, min(ends, default=len(segment.text)), "inline", 1.0)


def _specific(label: Label) -> float:
    """Tax No and the like are said of other numbers as well."""
    return 0.8 if any(name in label.fields for name in ("other_id", "account")) else 1.0


def _is_date_or_money(pages: AnnotatedPages, segment: Segment, start: int, end: int) -> bool:
    dates = any(token.start < end and start < token.end and not token.compact for token in pages.dates_of(segment))
    money = any(
        one.start <= start and end <= one.end and (one.places == 2 or one.sign or one.percent)
        for one in pages.amounts_of(segment)
    )
    return dates or money


def _is_in_iban(segment: Segment, found: PrintedIdentifier) -> bool:
    return any(iban.start <= found.start < iban.end for iban in ibans_in(segment.text))


def _buyers(pages: AnnotatedPages, parties: Parties, segment: Segment) -> float:
    """The chance that an id is the buyer's: by the block it is in, by the party it is under, by its neighbours."""
    named_buyer, named_seller = _names(parties.buyer, segment), _names(parties.seller, segment)
    if named_buyer != named_seller:
        return 0.9 if named_buyer else 0.1
    in_buyer, in_seller = _in(parties.buyer_block, segment), _in(parties.seller_block, segment)
    if in_buyer and in_seller:
        return 0.9 if _is_below(parties.buyer, segment) and not _is_between(parties, segment) else 0.1
    if in_buyer or in_seller:
        return 0.95 if in_buyer else 0.05
    layout = pages.layout(segment.page)
    share = segment.top / layout.page.height
    if share > 0.75 or share < 0.1:
        return 0.15
    if _beside_customer(pages, segment):
        return 0.8
    return _nearest_party(pages, parties, segment)


def _names(name: FieldValue[str] | None, segment: Segment) -> bool:
    """The line itself names the party."""
    return name is not None and len(name.value) > 3 and fold(name.value) in fold(segment.text)


def _beside_customer(pages: AnnotatedPages, segment: Segment) -> bool:
    """A customer number stands in the line above or below, in the same column."""
    for row in pages.layout(segment.page).rows[max(0, segment.row - 2) : segment.row + 3]:
        for other in row:
            near = abs(other.x0 - segment.x0) < 2 * segment.size and abs(other.top - segment.top) < 3 * segment.size
            if near and any(_is_customer_number(label) for label in pages.labels.of(other)):
                return True
    return False


def _is_customer_number(label: Label) -> bool:
    return "other_reference" in label.fields and label.key.startswith(_CUSTOMER)


def _nearest_party(pages: AnnotatedPages, parties: Parties, segment: Segment) -> float:
    """Under which of the two names or their labels, in the same column, the id stands nearer."""
    layout = pages.layout(segment.page)
    above = [one for row in layout.rows[: segment.row + 1] for one in row]
    seller = min(
        (_under(one, segment) for one in above if _stands_for(pages, one, "seller", parties)), default=_NOWHERE
    )
    buyer = min((_under(one, segment) for one in above if _stands_for(pages, one, "buyer", parties)), default=_NOWHERE)
    if buyer < seller and buyer < _NEAR * segment.size:
        return 0.7
    return 0.3


def _stands_for(pages: AnnotatedPages, segment: Segment, role: str, parties: Parties) -> bool:
    """The line is the party's name, or a label that stands alone over it."""
    name = parties.seller if role == "seller" else parties.buyer
    if name is not None and len(name.value) > 3 and fold(segment.text).startswith(fold(name.value)):
        return True
    labels = pages.labels.of(segment)
    return any(one.first and one.last and one.colon and one.fields.get(role, 0.0) > 0.9 for one in labels)


def _under(party: Segment, segment: Segment) -> float:
    if segment.top < party.top - segment.size or abs(segment.x0 - party.x0) > 12 * segment.size:
        return _NOWHERE
    return segment.top - party.top + 0.5 * abs(segment.x0 - party.x0)


def _is_below(name: FieldValue[str] | None, segment: Segment) -> bool:
    return name is not None and name.words[0].top <= segment.top


def _is_between(parties: Parties, segment: Segment) -> bool:
    """The seller's name comes after the buyer's and before the id."""
    if parties.seller is None or parties.buyer is None:
        return False
    return parties.buyer.words[0].top < parties.seller.words[0].top <= segment.top


def _in(block: Block | None, segment: Segment) -> bool:
    return block is not None and block.holds(segment)
