"""Splits the pages of a document into the pages of each invoice."""

from collections.abc import Iterator

from invoicy.pages.annotated.pages import AnnotatedPage, annotate_page, combine_pages
from invoicy.pages.fields.references.choice import number_of
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.sources.page import PageText

# Chance that an invoice number is right, set by hand: a wrong split loses more values than a missing one.
_MIN_SCORE = 0.6
# Share of the page's height above which invoice numbers are printed; other references are also printed below.
_MAX_TOP = 0.5


def split_pages(pages: tuple[PageText, ...]) -> Iterator[tuple[PageText, ...]]:
    """Yield the pages of each invoice."""
    for group in split_annotated_pages(tuple(annotate_page(page) for page in pages)):
        yield tuple(annotated_page.layout.page for annotated_page in group)


def split_annotated_pages(annotated_pages: tuple[AnnotatedPage, ...]) -> Iterator[tuple[AnnotatedPage, ...]]:
    """Yield the pages of each invoice.

    An invoice begins on a page with another invoice number in its upper half. A page that also prints the number of the
    invoice before it belongs to that invoice.
    """
    if len(annotated_pages) == 1:
        yield annotated_pages
        return
    group: list[AnnotatedPage] = []
    number = ""
    for page in annotated_pages:
        new_number = "" if number and number in _text(page.layout.page) else _number(page)
        if group and new_number and number and new_number != number:
            yield tuple(group)
            group, number = [], ""
        group.append(page)
        number = number or new_number
    yield tuple(group)


def _number(page: AnnotatedPage) -> str:
    """Return the folded invoice number of a page; empty if it is uncertain, has no label, or is in the lower half.

    A number without a label may be another reference, which all pages print.
    """
    number = number_of(combine_pages((page,)))
    if number is None or number.score < _MIN_SCORE or number.words[0].top > _MAX_TOP * page.layout.page.height:
        return ""
    return fold(number.value) if number.is_labelled else ""


def _text(page: PageText) -> str:
    return fold("".join(word.text for word in page.words))
