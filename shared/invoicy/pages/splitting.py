"""The pages of each invoice in a document: header and lines never cross invoices."""

from collections.abc import Iterator

from invoicy.pages.annotated.pages import Sheet, scene_on, sheet_of
from invoicy.pages.fields.references.choice import number_of
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.sources.page import PageText

_CERTAIN = 0.6
_HIGH = 0.5


def invoices_in(pages: tuple[PageText, ...]) -> Iterator[tuple[PageText, ...]]:
    """The pages of each invoice."""
    for sheets in invoices_on(tuple(sheet_of(page) for page in pages)):
        yield tuple(sheet.layout.page for sheet in sheets)


def invoices_on(sheets: tuple[Sheet, ...]) -> Iterator[tuple[Sheet, ...]]:
    """The pages of each invoice. A page opens a new one when it bears, high up, a number that no page before bears,
    and does not repeat the number of the invoice before it.
    """
    if len(sheets) == 1:
        yield sheets
        return
    group: list[Sheet] = []
    current = ""
    for sheet in sheets:
        number = "" if current and current in _text(sheet.layout.page) else _number(sheet)
        if group and number and current and number != current:
            yield tuple(group)
            group, current = [], ""
        group.append(sheet)
        current = current or number
    yield tuple(group)


def _number(sheet: Sheet) -> str:
    found, page = number_of(scene_on((sheet,))), sheet.layout.page
    if found is None or found.score < _CERTAIN or found.words[0].top > _HIGH * page.height:
        return ""
    if not found.method.startswith("label"):
        return ""  # what merely stands high on a page may be a heading of all pages
    return fold(found.value)


def _text(page: PageText) -> str:
    return fold("".join(word.text for word in page.words))
