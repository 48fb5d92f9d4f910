"""The invoice number and the purchase order reference."""

import re
from collections import Counter
from collections.abc import Iterator

from invoicy.pages.candidates import Scene, Slot, inline_slot, slots
from invoicy.pages.found import Found
from invoicy.pages.labels import Label, fold
from invoicy.pages.tokens.dates import dates_in

_REFERENCE = re.compile(r"^[\s:：.#№)\]/-]*(?P<value>[^\W_][\w./\\\-–+&_:]*(?:\s/\s?[\w\-]+(?![\w./-]))?)")
_PREFIX = re.compile(r"^[\s:：.#№)\]/-]*(?P<value>[A-Z]{1,6}[\-/]?\s[\w./\\-]*\d[\w./\\-]*)(?=\s|$)")
_MONEY = re.compile(r"^\d{1,3}(?:[.,' ]\d{3})*[.,]\d{2}$")
_PLACEHOLDER = re.compile(r"^[A-Z]{1,4}(?:-?X+)+(?:-[A-Z]+)*$")
_TITLES = ("title", "title_credit")
_LONGEST = 40
_BUYERS = 0.61
_PROSE = 5
_SELLERS_ORDER = re.compile(r"(?:SO-?|AB)\d")  # sales order, Auftragsbestätigung


def number_of(scene: Scene) -> Found[str] | None:
    """The invoice number: labelled, or standing after the document's title."""
    return _best(scene, [*_labelled(scene, "number"), *_after_title(scene)])


def purchase_order_of(scene: Scene, number: Found[str] | None) -> Found[str] | None:
    """The buyer's reference (BT-13); an order number that does not say whose it is is mostly the seller's own."""
    found = [
        one for one in _labelled(scene, "purchase_order") if not number or one.value != number.value or one.score > 0.9
    ]
    return _best(scene, [one for one in found if one.score >= _BUYERS])


def _best(scene: Scene, found: list[Found[str]]) -> Found[str] | None:
    texts = Counter(fold(segment.text) for segment in scene.segments)
    counts = {one.value: sum(n for text, n in texts.items() if fold(one.value) in text) for one in found}
    return max(found, key=lambda one: one.score + 0.03 * min(counts[one.value], 3), default=None)


def _labelled(scene: Scene, field: str) -> Iterator[Found[str]]:
    for label, weight in scene.labels.named(field):
        strength = weight * _certainty(scene, label, field)
        for rank, slot in enumerate(slots(scene, label)):
            found = _reference(slot)
            if found:
                text, start, end = found
                score = strength * slot.trust * (0.9**rank) * _likeness(text) * _height(scene, label)
                if field == "purchase_order" and _SELLERS_ORDER.match(text):
                    score *= 0.5
                yield Found.of(text, slot.segment, slot.words(start, end), score, f"label {slot.relation}", text)
                break


def _certainty(scene: Scene, label: Label, field: str) -> float:
    """A label that has several meanings, or stands amid a sentence, says less; one after a title says more."""
    rivals = max((w for name, w in label.fields.items() if name not in (field, "title", "account")), default=0.0)
    doubt = 0.75 if rivals > label.fields[field] else 1.0
    if field == "number" and label.fields[field] < 1 and _follows_title(scene, label):
        return 1.9
    if field == "number" and label.fields[field] < 1 and label.first and _is_under_title(scene, label):
        return 1.6 * doubt
    if not label.first and _is_prose(scene, label):
        return 0.55 * doubt
    if not label.first and not label.colon:
        doubt *= 0.85
    if len(label.key) <= 2 and not (label.first and (label.colon or len(label.segment.words) <= 3)):
        return 0.5 * doubt
    return doubt


def _is_under_title(scene: Scene, label: Label) -> bool:
    """The title stands in the lines right above, aligned or in the same row."""
    segment = label.segment
    for row in scene.layout(segment.page).rows[max(0, segment.row - 3) : segment.row]:
        for other in row:
            aligned = abs(other.x0 - segment.x0) < 2 * segment.size or abs(other.x1 - segment.x1) < 2 * segment.size
            if aligned and any(
                one.first and one.last and one.fields.get(title) for one in scene.labels.of(other) for title in _TITLES
            ):
                return True
    return False


def _is_prose(scene: Scene, label: Label) -> bool:
    """Words that are no labels, more than the values of some labels in a row have."""
    known = {index for one in scene.labels.of(label.segment) for index in range(one.start, one.end)}
    others = (word.text for index, word in enumerate(label.segment.words) if index not in known)
    return sum(1 for text in others if text.isalpha() and len(text) > 1) > _PROSE


def _follows_title(scene: Scene, label: Label) -> bool:
    """Rechnung Nr., or with a word or two between: Fatura de venda n.º."""
    before = [other for other in scene.labels.of(label.segment) if other.end <= label.start]
    titles = [other for other in before if any(other.fields.get(title) for title in _TITLES)]
    return bool(titles and (titles[-1] is before[-1] or (titles[-1].first and label.start - titles[-1].end <= 2)))


def _height(scene: Scene, label: Label) -> float:
    """Numbers stand high on the first page; further down they are repeated or belong to something else."""
    layout = scene.layout(label.segment.page)
    share = label.segment.top / layout.page.height
    first = layout is scene.layouts[0]
    return (1.0 if share < 0.5 else 0.9) if first else 0.85


def _after_title(scene: Scene) -> Iterator[Found[str]]:
    """Rechnung RE1001, FACTURE n° 12, or the title in large letters and the number under or beside it."""
    for label, weight in scene.labels.named(*_TITLES):
        if not label.first:
            continue
        slot = inline_slot(scene, label)
        found = _reference(slot, skip_words=True) if slot else None
        if slot and found and any(c.isdigit() for c in found[0]) and _likeness(found[0]) >= 0.8:
            text, start, end = found
            score = 0.72 * weight * _likeness(text) * _height(scene, label)
            yield Found.of(text, slot.segment, slot.words(start, end), score, "title", text)


def _reference(slot: Slot, *, skip_words: bool = False) -> tuple[str, int, int] | None:
    """The reference at the start of a slot and where it stands in it; skip_words: a bracket may stand before it."""
    text = slot.text
    skipped = re.match(r"^\s*\([^)]*\)\s*", text) if skip_words else None
    offset = skipped.end() if skipped else 0
    rest = text[offset:]
    if any(token.start <= 3 and not token.compact for token in dates_in(rest)):
        return None
    match = _PREFIX.match(rest) or _REFERENCE.match(rest)
    if not match:
        return None
    value = match["value"].rstrip(".,:;-–")
    if not _is_reference(value):
        return None
    return value, offset + match.start("value"), offset + match.start("value") + len(value)


def _is_reference(value: str) -> bool:
    if len(value) > _LONGEST or _MONEY.match(value) or "@" in value or value.startswith(("http", "www.")):
        return False
    return any(c.isdigit() for c in value) or bool(_PLACEHOLDER.match(value))


def _likeness(value: str) -> float:
    """How much a reference looks like a number that a seller gives an invoice."""
    if len(value) == 1:
        return 0.75
    if re.fullmatch(r"\d{1,2}(?:[.,]\d+)?%?", value):
        return 0.8
    return 1.0
