"""What a document is: an invoice, a credit note, or no invoice at all; and its currency."""

import re
from collections import Counter
from collections.abc import Iterator

from invoicy.pages.candidates import Scene
from invoicy.pages.dates import is_american
from invoicy.pages.found import Found
from invoicy.pages.labels import Label, lexicon
from invoicy.pages.layout import Segment
from invoicy.pages.tokens.currencies import code_of, codes_pattern, currencies, named_in, of_country, of_language
from invoicy.pages.tokens.identifiers import ibans_in, vat_ids_in
from invoicy.pages.words import Word

_TITLES = ("title", "title_credit", "title_other")


def kind_of(scene: Scene) -> str:
    """invoice, credit_note or other, by the most prominent title of the first page."""
    titles = sorted(_titles(scene), key=lambda pair: -pair[0])
    if not titles:
        return "invoice"
    field = titles[0][1]
    if field == "title_other" and any(name != "title_other" and score > 0.75 * titles[0][0] for score, name in titles):
        return "invoice"
    return {"title": "invoice", "title_credit": "credit_note", "title_other": "other"}[field]


def has_title(scene: Scene) -> bool:
    """A word for invoice stands high on the first page as a heading."""
    return any(field != "title_other" for _, field in _titles(scene))


def _titles(scene: Scene) -> Iterator[tuple[float, str]]:
    layout = scene.layouts[0]
    for label in scene.labels.all():
        segment = label.segment
        if segment.page != layout.page.number or not label.first or segment.top > 0.6 * layout.page.height:
            continue
        field, weight = _title_of(label)
        if field == "title_other" and (
            label.colon or any(scene.labels.of(one) for one in scene.row(segment) if one is not segment)
        ):
            continue
        if weight > 0.5 and _is_heading(label):
            rivals = (
                0.6
                if any(w > 0.5 for name, w in label.fields.items() if name not in _TITLES) and not label.last
                else 1.0
            )
            yield (
                weight
                * rivals
                * segment.size
                * (1.3 if segment.words[0].bold else 1.0)
                * (1.2 if _is_upper(segment) else 1.0),
                field,
            )


def _title_of(label: Label) -> tuple[str, float]:
    """Which title a label is; Facture n° begins with one and is a label of the number."""
    fields = label.fields
    if fields.get("number", 0.0) >= 1 and not any(fields.get(name) for name in _TITLES):
        starts = (label.key[:end] for end in range(len(label.key) - 1, 3, -1))
        meanings = (lexicon().phrases.get(start, ()) for start in starts)
        titles = ({field: 0.9 for _, field, weight in found if field in _TITLES and weight >= 1} for found in meanings)
        fields = next(filter(None, titles), {})
    field = max(_TITLES, key=lambda name: fields.get(name, 0.0))
    return field, fields.get(field, 0.0)


def _is_heading(label: Label) -> bool:
    """Alone in its line, or followed by no more than a number and a date."""
    rest = label.segment.words[label.end :]
    words = sum(1 for word in rest if word.text.isalpha() and len(word.text) > 3)
    return words <= 2 and not (label.colon and len(label.segment.words) > 8)


def _is_upper(segment: Segment) -> bool:
    return segment.text.isupper()


def currency_of(scene: Scene) -> Found[str] | None:
    """The code or sign that stands with most amounts; a code said of the invoice's currency goes first."""
    labelled = next(_labelled(scene), None)
    if labelled:
        return labelled
    votes: Counter[str] = Counter()
    first: dict[str, Found[str]] = {}
    for segment in scene.segments:
        for code, weight, words in _signs(scene, segment):
            votes[code] += weight
            first.setdefault(code, Found.of(code, segment, words, 0.8, "sign"))
    if not votes:
        return _of_country(scene)
    code = max(votes, key=lambda one: votes[one])
    return _dollar(scene, first[code]) if code == "USD" else first[code]


def _labelled(scene: Scene) -> Iterator[Found[str]]:
    for label, _ in scene.labels.named("currency"):
        segments = [label.segment, *scene.row(label.segment)[label.segment.column + 1 :][:1]]
        for segment in segments:
            start = segment.starts[label.end - 1] if segment is label.segment else 0
            if found := codes_pattern().search(segment.text, start):
                yield Found.of(found[1], segment, segment.words_in(*found.span()), 0.97, "label")
            elif code := named_in(segment.text[start:]):
                yield Found.of(code, segment, segment.words, 0.9, "label")


def _signs(scene: Scene, segment: Segment) -> Iterator[tuple[str, int, tuple[Word, ...]]]:
    for amount in scene.amounts_of(segment):
        if amount.sign and not amount.percent and (code := code_of(amount.sign, scene.labels.languages)):
            yield code, 3, segment.words_in(amount.start, amount.end)
    for found in codes_pattern().finditer(segment.text):
        yield found[1], 2, segment.words_in(*found.span())
    for found in re.finditer(r"[€£₹₺₽₴¥]|(?<=\()\$(?=\))", segment.text):
        if code := code_of(found[0], scene.labels.languages):
            yield code, 1, segment.words_in(*found.span())


def _of_country(scene: Scene) -> Found[str] | None:
    """Where no currency is printed: that of the country of a VAT id or an IBAN, else that of the language."""
    for segment in scene.segments:
        for one in (*ibans_in(segment.text), *vat_ids_in(segment.text)):
            country = one.value[:2].replace("EL", "GR")
            code = of_country(country)
            if code and one.sure:
                return Found.of(code, segment, segment.words_in(one.start, one.end), 0.4, "country")
    code = "USD" if is_american(scene) else of_language(next(iter(scene.labels.languages), ""))
    label = next(scene.labels.named("gross", "due"), None)
    if not code or label is None:
        return None
    return Found.of(code, label[0].segment, label[0].segment.words, 0.3, "language")


def _dollar(scene: Scene, found: Found[str]) -> Found[str]:
    """A dollar sign alone is another country's dollar where the page speaks of that country."""
    text = "\n".join(segment.text for segment in scene.segments)
    for one in currencies().values():
        if any(re.search(rf"\b{word}\b", text) for word in one.dollar_words):
            return Found(one.code, found.page, found.words, found.text, 0.6, "sign and country")
    return found
