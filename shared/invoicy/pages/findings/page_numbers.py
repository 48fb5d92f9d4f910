"""Printed page numbers with the number of pages: Page 1 of 3, Seite 1/3, Strona 1 z 3."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from invoicy import data
from invoicy.pages.sources.page import PageText
from invoicy.readings.reading import Finding, Severity


def missing_pages(pages: Sequence[PageText], page_count: int) -> Iterator[Finding]:
    """Yield the finding that a page states more pages than the document has. page_count: of the document."""
    counted = [(page.number, count) for page in pages for count in _counts_on(page) if count > page_count]
    if counted:
        number, count = counted[0]
        has = f"{page_count} pages" if page_count > 1 else "one page"
        message = f"Page {number} says that there are {count} pages, but the document has only {has}."
        yield Finding("INVOICY-PAGES-MISSING", Severity.FATAL, message, values=(str(count), str(page_count)))


def _counts_on(page: PageText) -> Iterator[int]:
    """Yield the numbers of pages that a page states; the number of the page is never above it."""
    text = " ".join(word.text for word in page.words)
    for match in _pattern().finditer(text):
        number, count = int(match["number"]), int(match["count"])
        if 0 < number <= count:
            yield count


@cache
def _pattern() -> re.Pattern[str]:
    words = {part: words.split() for part, words in data.rows("page_words.tsv")}
    page, of = ("|".join(map(re.escape, words[part])) for part in ("page", "of"))
    pair = rf"(?P<number>\d{{1,3}})\s*(?:{of})\s*(?P<count>\d{{1,3}})"
    return re.compile(rf"(?<!\w)(?:{page})[.:]?\s*{pair}(?![\d.,/])", re.IGNORECASE)
