"""The pages of each invoice in a document: header and lines never cross invoices."""

from collections.abc import Iterator

from invoicy.pages.annotated.pages import AnnotatedPage, annotated_page_of, annotated_pages_on
from invoicy.pages.fields.references.choice import number_of
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.sources.page import PageText

_CERTAIN = 0.6
_HIGH = 0.5


def invoices_in(pages: tuple[PageText, ...]) -> Iterator[tuple[PageText, ...]]:
    """The pages of each invoice."""
    for annotated_pages in invoices_on(tuple(annotated_page_of(page) for page in pages)):
        yield tuple(annotated_page.layout.page for annotated_page in annotated_pages)


def invoices_on(annotated_pages: tuple[AnnotatedPage, ...]) -> Iterator[tuple[AnnotatedPage, ...]]:
    """The pages of each invoice. A page opens a new one when it bears, high up, a number that no page before bears,
    and does not repeat the number of the invoice before it.
    """
    if len(annotated_pages) == 1:
        yield annotated_pages
        return
    group: list[AnnotatedPage] = []
    current = ""
    for annotated_page in annotated_pages:
        number = "" if current and current in _text(annotated_page.layout.page) else _number(annotated_page)
        if group and number and current and number != current:
            yield tuple(group)
            group, current = [], ""
        group.append(annotated_page)
        current = current or number
    yield tuple(group)


def _number(annotated_page: AnnotatedPage) -> str:
    found, page = number_of(annotated_pages_on((annotated_page,))), annotated_page.layout.page
    if found is None or found.score < _CERTAIN or found.words[0].top > _HIGH * page.height:
        return ""
    if not found.method.startswith("label"):
        return ""  # what merely stands high on a page may be a heading of all pages
    return fold(found.value)


def _text(page: PageText) -> str:
    return fold("".join(word.text for word in page.words))
