"""VAT ids on the pages, each once, with its score and the chance that it is the buyer's."""

from collections.abc import Iterator

from msgspec import Struct

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.annotated.slots import Relation, ValueSlot, slots
from invoicy.pages.annotated.wrapped_lines import WrappedSlot, wraps_of
from invoicy.pages.fields.parties.choice import Parties
from invoicy.pages.fields.value import FieldValue, label_method
from invoicy.pages.fields.vat_ids.owner_evidence import buyer_chance, labelled_buyer_chance
from invoicy.pages.fields.vat_ids.weights import weights
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.ibans import ibans_in
from invoicy.pages.parsers.vat_ids import PrintedIdentifier, vat_id_at, vat_ids_in

_Position = tuple[tuple[int, int, int], int]
"""Key of a segment, and offset in its text."""
_AnySlot = ValueSlot | WrappedSlot
_PRICE_PLACES = 2  # decimal places of an amount of money in most currencies


class VatIdCandidate(Struct, frozen=True):
    """A VAT id. buyer: the chance, 0 to 1, that it is the buyer's."""

    value: FieldValue[str]
    buyer: float


def vat_id_candidates(pages: AnnotatedPages, parties: Parties) -> Iterator[VatIdCandidate]:
    """Yield the ids of labels, then the ids without a label."""
    claimed: set[_Position] = set()
    for label, weight in pages.labels.named("vat_id", "buyer_vat_id"):
        labelled = _labelled(pages, label)
        if labelled is not None:
            identifier, slot = labelled
            first = slot.lines[0] if isinstance(slot, WrappedSlot) else slot
            claimed.add((slot.segment.key, first.start + identifier.start))
            yield _labelled_candidate(pages, parties, label, weight, identifier, slot)
    for segment in pages.segments:
        for identifier in vat_ids_in(segment.text):
            if (segment.key, identifier.start) not in claimed and not _is_in_iban(segment, identifier):
                yield _bare_candidate(pages, parties, segment, identifier)


def _labelled(pages: AnnotatedPages, label: Label) -> tuple[PrintedIdentifier, _AnySlot] | None:
    """Return the id of a label with its slot; None without one, or if the label more likely means another field."""
    own = max(label.fields.get("vat_id", 0.0), label.fields.get("buyer_vat_id", 0.0))
    if max(label.fields.values()) > own:
        return None
    for slot in (_rest_of_line(pages, label), *slots(pages, label)):
        identifier = vat_id_at(slot.text)
        if not (identifier and identifier.is_valid) and (wrapped := _wrapped(pages, slot)):
            return wrapped
        if identifier and not _is_date_or_money(pages, slot, identifier):
            return identifier, slot
        if slot.relation == Relation.INLINE and fold(slot.text):
            return None
    return None


def _labelled_candidate(  # noqa: PLR0913, PLR0917  all that an id has
    pages: AnnotatedPages,
    parties: Parties,
    label: Label,
    weight: float,
    identifier: PrintedIdentifier,
    slot: _AnySlot,
) -> VatIdCandidate:
    scores = weights().score
    check = scores.labelled_checked if identifier.is_valid else scores.labelled_unchecked
    is_ambiguous = any(field in label.fields for field in ("other_id", "account"))
    score = weight * slot.trust * check * (scores.ambiguous_label if is_ambiguous else 1.0)
    words = slot.words(identifier.start, identifier.end)
    value = FieldValue.of(identifier.value, slot.segment, words, score, label_method(slot.relation))
    return VatIdCandidate(value, labelled_buyer_chance(pages, parties, label, slot.segment))


def _bare_candidate(
    pages: AnnotatedPages, parties: Parties, segment: Segment, identifier: PrintedIdentifier
) -> VatIdCandidate:
    words = segment.words_in(identifier.start, identifier.end)
    scores = weights().score
    score, method = (scores.checked, "check digits") if identifier.is_valid else (scores.unchecked, "form")
    value = FieldValue.of(identifier.value, segment, words, score, method)
    return VatIdCandidate(value, buyer_chance(pages, parties, segment))


def _wrapped(pages: AnnotatedPages, slot: ValueSlot) -> tuple[PrintedIdentifier, WrappedSlot] | None:
    """Return an id that goes on in the next line and has right check digits only with it."""
    wrapped = next(wraps_of(pages, slot), None) if fold(slot.text) else None
    identifier = vat_id_at(wrapped.text) if wrapped else None
    if wrapped and identifier and identifier.is_valid and wrapped.breaks(identifier.start, identifier.end):
        return identifier, wrapped
    return None


def _rest_of_line(pages: AnnotatedPages, label: Label) -> ValueSlot:
    """Return the line behind a label, up to a label with a colon: NO and MVA are labels, but also part of an id."""
    segment = label.segment
    start = segment.starts[label.end] if label.end < len(segment.words) else len(segment.text)
    later = (other for other in pages.labels.of(segment) if other.start >= label.end and other.colon)
    ends = [segment.starts[other.start] for other in later]
    return ValueSlot(segment, start, min(ends, default=len(segment.text)), Relation.INLINE, 1.0)


def _is_date_or_money(pages: AnnotatedPages, slot: ValueSlot, identifier: PrintedIdentifier) -> bool:
    start, end = slot.start + identifier.start, slot.start + identifier.end
    dates = (token for token in pages.dates_of(slot.segment) if not token.compact)
    if any(token.start < end and start < token.end for token in dates):
        return True
    amounts = (amount for amount in pages.amounts_of(slot.segment) if amount.start <= start and end <= amount.end)
    return any(amount.places == _PRICE_PLACES or amount.sign or amount.percent for amount in amounts)


def _is_in_iban(segment: Segment, identifier: PrintedIdentifier) -> bool:
    return any(iban.start <= identifier.start < iban.end for iban in ibans_in(segment.text))
