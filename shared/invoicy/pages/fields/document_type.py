"""The type of a document: invoice, credit note or another document."""

from collections import Counter
from collections.abc import Iterator

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.place_evidence import depth
from invoicy.pages.lexicon.phrases import lexicon

_HARDLY_SMALLER = 0.6  # share of the other title's prominence, such as Order in large letters above Invoice
_PROMINENT = 1.5  # times the usual size of letters; a smaller word is not the title of the document
_TITLE_DEPTH = 0.6  # share of the page's height; below 0.5, two titles are missed
_OTHER_DEPTH = 0.45  # share of the page's height; further down, delivery note or order are references of an invoice
_MIN_WEIGHT = 0.5  # weight in data/labels from which a word is more often this title than not
_RIVALLED = 0.6  # factor for a word that also is a label, with a value behind it; set by hand
_BOLD = 1.3  # factor for bold letters: they look about one size larger
_CAPITALS = 1.2  # factor for capital letters: they are about a fifth larger than small ones
_COMPOUND = 0.9  # weight of a title inside a label of the number, such as Factuur in Factuurnummer; below a whole title
_MIN_START_LETTERS = 4  # letters; shorter words for invoice, such as Rg, begin too many other words
_WORDS_BEHIND = 2  # words of a number and a date, such as vom and Mai; with 1, one type is wrong
_WORD_LETTERS = 3  # letters; shorter words, such as no., of and vom, are part of a number or a date
_FIELD_WORDS = 8  # words; a longer line after a colon is a field or a sentence, not a title
_OWN_TITLES = ("title", "title_credit")
_TITLES = (*_OWN_TITLES, "title_other")
_Title = tuple[float, str]
"""Prominence of a title, and its meaning."""


def document_type_of(pages: AnnotatedPages) -> str:
    """Return invoice, credit_note or other, by the most prominent title of the first page."""
    titles = sorted(_titles(pages), key=lambda title: -title[0])
    own = [title for title in titles if title[1] in _OWN_TITLES]
    if titles and titles[0] not in own and not _is_invoice_too(pages, titles[0][0], own):
        return "other"
    return "credit_note" if own and own[0][1] == "title_credit" else "invoice"


def has_title(pages: AnnotatedPages) -> bool:
    """Test whether a heading high on the first page names an invoice or a credit note."""
    return any(field in _OWN_TITLES for _, field in _titles(pages))


def mentions_invoice(pages: AnnotatedPages) -> bool:
    """Test whether a word for invoice is anywhere on the first page, in a sentence too."""
    page = pages.layouts[0].page.number
    return any(label.segment.page == page and weight >= 1 for label, weight in pages.labels.named("title"))


def _is_invoice_too(pages: AnnotatedPages, other: float, own: list[_Title]) -> bool:
    """Test whether a page is an invoice, though the title of another document is more prominent.

    It is if a title of an invoice is hardly smaller, or if the other title is small and an invoice number is labelled.
    """
    if own and own[0][0] > _HARDLY_SMALLER * other:
        return True
    usual = Counter(round(segment.size, 1) for segment in pages.layouts[0].segments).most_common(1)
    is_prominent = bool(usual) and other > _PROMINENT * usual[0][0]
    return not is_prominent and any(_is_invoice_number(label) for label in pages.labels.all())


def _is_invoice_number(label: Label) -> bool:
    """Test whether a label opens its line and names an invoice and its number: Factuurnummer, Invoice No."""
    return label.begins_segment and label.fields.get("number", 0.0) >= 1 and _title_of(label)[0] in _OWN_TITLES


def _titles(pages: AnnotatedPages) -> Iterator[_Title]:
    """Yield the titles in the upper part of the first page."""
    first = pages.layouts[0].page.number
    for label in pages.labels.all():
        if label.segment.page != first or not label.begins_segment or depth(pages, label.segment) > _TITLE_DEPTH:
            continue
        field, weight = _title_of(label)
        if (
            weight > _MIN_WEIGHT
            and _is_heading(label)
            and not (field == "title_other" and _is_field(pages, label, weight))
        ):
            yield weight * _prominence(label), field


def _title_of(label: Label) -> tuple[str, float]:
    """Return the kind of title that a label is, with its weight; a label of a number may begin with one: Facture n°."""
    fields = label.fields
    if fields.get("number", 0.0) >= 1 and not any(fields.get(name) for name in _TITLES):
        starts = (label.key[:end] for end in range(len(label.key) - 1, _MIN_START_LETTERS - 1, -1))
        meanings = (lexicon().phrases.get(start, ()) for start in starts)
        titles = (_titles_among(phrases) for phrases in meanings)
        fields = next(filter(None, titles), {})
    field = max(_TITLES, key=lambda name: fields.get(name, 0.0))
    return field, fields.get(field, 0.0)


def _titles_among(phrases: tuple[tuple[str, str, float], ...]) -> dict[str, float]:
    return {field: _COMPOUND for _, field, weight in phrases if field in _TITLES and weight >= 1}


def _is_field(pages: AnnotatedPages, label: Label, weight: float) -> bool:
    """Test whether a word for another document is not a title but a label: with a colon, beside labels, or low."""
    rivals = (rival for name, rival in label.fields.items() if name not in _TITLES)
    if label.colon or any(rival >= weight for rival in rivals) or depth(pages, label.segment) > _OTHER_DEPTH:
        return True
    return any(pages.labels.of(other) for other in pages.row(label.segment) if other is not label.segment)


def _is_heading(label: Label) -> bool:
    """Test whether a label is alone in its line, or followed by no more than a number and a date."""
    rest = label.segment.words[label.end :]
    words = sum(1 for word in rest if word.text.isalpha() and len(word.text) > _WORD_LETTERS)
    return words <= _WORDS_BEHIND and not (label.colon and len(label.segment.words) > _FIELD_WORDS)


def _prominence(label: Label) -> float:
    """Return the size of a title in points; bold and capitals raise it, other meanings of the label lower it."""
    segment = label.segment
    is_rivalled = any(weight > _MIN_WEIGHT for name, weight in label.fields.items() if name not in _TITLES)
    rivalled = _RIVALLED if is_rivalled and not label.ends_segment else 1.0
    bold, capitals = segment.words[0].bold, segment.text.isupper()
    return rivalled * segment.size * (_BOLD if bold else 1.0) * (_CAPITALS if capitals else 1.0)
