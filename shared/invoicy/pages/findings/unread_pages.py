"""Findings about pages, and parts of pages, that were not read."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import structs

from invoicy.pages.findings.page_names import pages_in_words
from invoicy.pages.sources.page import MAX_PAGES, PageText, UnreadContent
from invoicy.pages.sources.words import is_garbled
from invoicy.readings.reading import Finding, Severity

NEEDS_OCR = "INVOICY-NEEDS-OCR"
# Letters of a page, set by hand: fewer are a mark of the printer in the margin.
_MIN_LETTERS_ASIDE = 12
# Fewer are a letter under a ruled line.
_MIN_LETTERS_HIDDEN = 4
_MAX_SHARE_ASIDE = 0.2  # of a page's letters: above it a table may run up the page, below it a line in the margin


def unread_of(pages: Sequence[PageText]) -> Iterator[Finding]:
    """Yield the findings about pages with content that was not read."""
    yield from _whole_pages(pages)
    yield from _parts_of_pages(pages)
    if little := _numbers(pages, UnreadContent.LITTLE):
        verb = "have" if len(little) > 1 else "has"
        message = f"{pages_in_words(little).capitalize()} {verb} no text, only a small picture or a drawing."
        yield _finding("INVOICY-PAGE-WITHOUT-TEXT", Severity.INFORMATION, message, little)


def pages_beyond_limit(page_count: int) -> Iterator[Finding]:
    """Yield the finding about the pages of a document beyond the first ones, which alone are read."""
    if beyond := range(MAX_PAGES + 1, page_count + 1):
        message = f"{pages_in_words(beyond).capitalize()} {'were' if len(beyond) > 1 else 'was'} not read: "
        message += f"only the first {MAX_PAGES} pages of a PDF are."
        yield _finding("INVOICY-PAGES-NOT-READ", Severity.FATAL, message, (beyond[0], beyond[-1]))


def nothing_read(pages: Sequence[PageText], page_count: int) -> Finding:
    """Return the reason why a document without a page of text gives no invoice."""
    unread = (*unread_of(pages), *pages_beyond_limit(page_count))
    if fatal := next((finding for finding in unread if finding.severity is Severity.FATAL), None):
        return fatal
    message = "The document is blank. Ask for another copy."
    if _numbers(pages, UnreadContent.LITTLE):
        message = "The document shows no text, only a small picture or a drawing."
    return Finding("INVOICY-NO-INVOICE", Severity.FATAL, message)


def no_invoice(unread: Sequence[Finding]) -> Finding:
    """Return the reason why pages of text give no invoice; a page that was not read may be the invoice."""
    fatal = next((finding for finding in unread if finding.severity is Severity.FATAL), None)
    if fatal:
        return structs.replace(fatal, message=f"{fatal.message} The other pages show no invoice.")
    message = "No word for invoice, bill or credit note was found. Check that this is the right file."
    return Finding("INVOICY-NO-INVOICE", Severity.FATAL, message)


def left_out(pages: Sequence[PageText], pages_of_invoices: Collection[int]) -> Iterator[Finding]:
    """Yield the finding about pages of good text that belong to no invoice."""
    numbers = [page.number for page in pages if not page.needs_ocr and page.number not in pages_of_invoices]
    if numbers:
        were, they = ("were", "they are invoices") if len(numbers) > 1 else ("was", "it is an invoice")
        message = f"{pages_in_words(numbers).capitalize()} {were} left out: nothing in the text shows that {they}."
        yield _finding("INVOICY-PAGE-LEFT-OUT", Severity.WARNING, message, numbers)


def _whole_pages(pages: Sequence[PageText]) -> Iterator[Finding]:
    if pictures := _numbers(pages, UnreadContent.PICTURE):
        subject, many = pages_in_words(pictures).capitalize(), len(pictures) > 1
        message = f"{subject} {'are pictures and were' if many else 'is a picture and was'} not read"
        yield _finding(NEEDS_OCR, Severity.FATAL, f"{message}: {'they need' if many else 'it needs'} OCR.", pictures)
    if shapes := _numbers(pages, UnreadContent.SHAPES):
        message = f"The print on {pages_in_words(shapes)} cannot be read as letters: it needs OCR."
        yield _finding(NEEDS_OCR, Severity.FATAL, message, shapes)


def _parts_of_pages(pages: Sequence[PageText]) -> Iterator[Finding]:
    if parts := _numbers(pages, UnreadContent.PART):
        message = f"A large picture on {pages_in_words(parts)} was not read."
        yield _finding("INVOICY-PICTURE-NOT-READ", Severity.WARNING, message, parts)
    if turned := [page for page in pages if page.aside >= _MIN_LETTERS_ASIDE]:
        is_much = max(map(_share_aside, turned)) > _MAX_SHARE_ASIDE
        severity, numbers = Severity.WARNING if is_much else Severity.INFORMATION, [page.number for page in turned]
        message = f"Text on {pages_in_words(numbers)} that runs in another direction than the rest was not read."
        yield _finding("INVOICY-TEXT-NOT-READ", severity, message, numbers)
    if recognised := [page.number for page in pages if page.is_recognised and not page.needs_ocr]:
        message = f"The text of {pages_in_words(recognised)} was recognised in a picture (OCR) by another program"
        message += " and may differ from what the picture shows."
        yield _finding("INVOICY-OCR-LAYER", Severity.WARNING, message, recognised)
    if hidden := [page.number for page in pages if page.hidden >= _MIN_LETTERS_HIDDEN]:
        message = f"Invisible text on {pages_in_words(hidden)} was not read"
        message += ": it has the colour of the paper, or something covers it."
        yield _finding("INVOICY-TEXT-HIDDEN", Severity.INFORMATION, message, hidden)


def _share_aside(page: PageText) -> float:
    """Return the share of the page's letters that run in another direction."""
    return page.aside / (page.aside + sum(len(word.text) for word in page.words))


def _numbers(pages: Sequence[PageText], content: UnreadContent) -> list[int]:
    return [page.number for page in pages if _unread_content(page) is content]


def _unread_content(page: PageText) -> UnreadContent:
    """Return the content that was not read. Garbled letters need OCR, whatever else the page shows."""
    if page.unread is UnreadContent.PICTURE or not page.needs_ocr:
        return page.unread
    is_garbage = is_garbled("".join(word.text for word in page.words))
    return UnreadContent.SHAPES if is_garbage else page.unread


def _finding(rule: str, severity: Severity, message: str, numbers: Sequence[int]) -> Finding:
    return Finding(rule, severity, message, values=tuple(str(number) for number in numbers))
