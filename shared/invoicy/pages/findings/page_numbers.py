"""Pages that number themselves: Page 1 of 3, Seite 1/3, Strona 1 z 3."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from invoicy import data
from invoicy.pages.sources.page import PageText
from invoicy.readings.reading import Finding, Severity


def missing_pages(pages: Sequence[PageText], total: int) -> Iterator[Finding]:
    """The finding that a page counts more pages than the document has; total: how many that are."""
    counted = [(page.number, count) for page in pages for count in _counts_on(page) if count > total]
    if counted:
        number, count = counted[0]
        has = f"{total} pages" if total > 1 else "one page"
        message = f"Page {number} says that there are {count} pages, but the document has only {has}."
        yield Finding("INVOICY-PAGES-MISSING", Severity.FATAL, message, values=(str(count), str(total)))


def _counts_on(page: PageText) -> Iterator[int]:
    """The numbers of pages that a page names in all; the first of a pair is never above the second."""
    text = " ".join(word.text for word in page.words)
    for found in _pattern().finditer(text):
        number, count = int(found["number"]), int(found["count"])
        if 0 < number <= count:
            yield count


@cache
def _pattern() -> re.Pattern[str]:
    words = {part: words.split() for part, words in data.rows("page_words.tsv")}
    page, of = ("|".join(map(re.escape, words[part])) for part in ("page", "of"))
    pair = rf"(?P<number>\d{{1,3}})\s*(?:{of})\s*(?P<count>\d{{1,3}})"
    return re.compile(rf"(?<!\w)(?:{page})[.:]?\s*{pair}(?![\d.,/])", re.IGNORECASE)
