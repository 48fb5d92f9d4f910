"""The kind of a document: an invoice, a credit note, or no invoice at all."""

from collections import Counter
from collections.abc import Iterator

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.phrases import lexicon

_HARDLY_SMALLER = 0.6
_PROMINENT = 1.5
_TOP_OF_OTHERS = 0.45
_TITLES = ("title", "title_credit", "title_other")


def kind_of(pages: AnnotatedPages) -> str:
    """invoice, credit_note or other, by the most prominent title of the first page."""
    titles = sorted(_titles(pages), key=lambda pair: -pair[0])
    own = [pair for pair in titles if pair[1] != "title_other"]
    if titles and titles[0] not in own and not _is_invoice_all_the_same(pages, titles[0][0], own):
        return "other"
    return "credit_note" if own and own[0][1] == "title_credit" else "invoice"


def _is_invoice_all_the_same(pages: AnnotatedPages, other: float, own: list[tuple[float, str]]) -> bool:
    """Another document's word is larger, but one for invoice is hardly smaller, or the number says what it is."""
    if own and own[0][0] > _HARDLY_SMALLER * other:
        return True
    usual = Counter(round(segment.size, 1) for segment in pages.layouts[0].segments).most_common(1)
    prominent = bool(usual) and other > _PROMINENT * usual[0][0]
    return not prominent and any(_is_invoice_number(label) for label in pages.labels.all())


def _is_invoice_number(label: Label) -> bool:
    """Factuurnummer, Invoice No.: a label of the number that is alone in its line or has its value behind it."""
    return label.first and label.fields.get("number", 0.0) >= 1 and _title_of(label)[0] in ("title", "title_credit")


def has_title(pages: AnnotatedPages) -> bool:
    """A word for invoice stands high on the first page as a heading."""
    return any(field != "title_other" for _, field in _titles(pages))


def says_invoice(pages: AnnotatedPages) -> bool:
    """A word for invoice stands anywhere on the first page, in a sentence too."""
    page = pages.layouts[0].page.number
    return any(label.segment.page == page and weight >= 1 for label, weight in pages.labels.named("title"))


def _titles(pages: AnnotatedPages) -> Iterator[tuple[float, str]]:
    layout = pages.layouts[0]
    for label in pages.labels.all():
        segment = label.segment
        if segment.page != layout.page.number or not label.first or segment.top > 0.6 * layout.page.height:
            continue
        field, weight = _title_of(label)
        if field == "title_other" and (
            label.colon
            or any(w >= weight for name, w in label.fields.items() if name not in _TITLES)
            or segment.top > _TOP_OF_OTHERS * layout.page.height
            or any(pages.labels.of(one) for one in pages.row(segment) if one is not segment)
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
    """The title that a label is; Facture n° begins with one and is a label of the number."""
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
