"""Findings about pages, and parts of pages, that were not read."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import structs

from invoicy.pages.sources.page import MAX_PAGES, PageText, UnreadContent
from invoicy.pages.sources.words import is_garbled
from invoicy.readings.reading import Finding, Severity

NEEDS_OCR = "INVOICY-NEEDS-OCR"
_NEAR = 2
_LINE, _WORD, _MUCH = 12, 4, 0.2  # letters, and their share of a page


def unread_of(pages: Sequence[PageText], total: int) -> tuple[Finding, ...]:
    """Findings about the pages that show more than was read. total: of the document, of which pages are the first."""
    return tuple(_findings(pages, total))


def nothing_read(pages: Sequence[PageText], total: int) -> Finding:
    """The reason why a document without a page of text gives no invoice."""
    unread = [finding for finding in unread_of(pages, total) if finding.severity is Severity.FATAL]
    if unread:
        return unread[0]
    message = (
        "The document shows no text, only a small picture or a drawing." if _with(pages, UnreadContent.LITTLE) else ""
    )
    return Finding("INVOICY-NO-INVOICE", Severity.FATAL, message or "The document is blank. Ask for another copy.")


def no_invoice(unread: Sequence[Finding]) -> Finding:
    """Return the reason why pages of text give no invoice; a page that was not read may be the invoice."""
    fatal = next((finding for finding in unread if finding.severity is Severity.FATAL), None)
    if fatal:
        return structs.replace(fatal, message=f"{fatal.message} The other pages show no invoice.")
    message = "No word for invoice, bill or credit note was found. Check that this is the right file."
    return Finding("INVOICY-NO-INVOICE", Severity.FATAL, message)


def left_out(pages: Sequence[PageText], taken: Collection[int]) -> Iterator[Finding]:
    """The finding about pages of good text that belong to no invoice. taken: the numbers of those that do."""
    numbers = [page.number for page in pages if not page.needs_ocr and page.number not in taken]
    if numbers:
        were, they = ("were", "they are invoices") if len(numbers) > 1 else ("was", "it is an invoice")
        message = f"{pages_in(numbers).capitalize()} {were} left out: the text there does not say that {they}."
        yield _finding("INVOICY-PAGE-LEFT-OUT", Severity.WARNING, message, numbers)


def pages_in(numbers: Sequence[int]) -> str:
    """Numbers of pages in words: page 2, pages 2 and 5, pages 2, 4 and 7 to 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [part for run in runs for part in _parts(run)]
    listed = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    return f"page{'s' if len(numbers) > 1 else ''} {listed}"


def _parts(run: list[int]) -> list[str]:
    return [f"{run[0]} to {run[-1]}"] if len(run) > _NEAR else [str(number) for number in run]


def _findings(pages: Sequence[PageText], total: int) -> Iterator[Finding]:
    if pictures := _with(pages, UnreadContent.PICTURE):
        subject, many = pages_in(pictures).capitalize(), len(pictures) > 1
        message = f"{subject} {'are pictures and were' if many else 'is a picture and was'} not read"
        yield _finding(NEEDS_OCR, Severity.FATAL, f"{message}: {'they need' if many else 'it needs'} OCR.", pictures)
    if shapes := _with(pages, UnreadContent.SHAPES):
        message = f"The print on {pages_in(shapes)} cannot be read as letters: it needs OCR."
        yield _finding(NEEDS_OCR, Severity.FATAL, message, shapes)
    if beyond := range(MAX_PAGES + 1, total + 1):
        message = f"{pages_in(beyond).capitalize()} {'were' if len(beyond) > 1 else 'was'} not read: "
        message += f"only the first {MAX_PAGES} pages of a PDF are."
        yield _finding("INVOICY-PAGES-NOT-READ", Severity.FATAL, message, (beyond[0], beyond[-1]))
    if parts := _with(pages, UnreadContent.PART):
        message = f"A large picture on {pages_in(parts)} was not read."
        yield _finding("INVOICY-PICTURE-NOT-READ", Severity.WARNING, message, parts)
    if turned := [page for page in pages if page.aside >= _LINE]:
        severity = Severity.WARNING if max(map(_share_aside, turned)) > _MUCH else Severity.INFORMATION
        aside = [page.number for page in turned]
        message = f"Text on {pages_in(aside)} that runs in another direction than the rest was not read."
        yield _finding("INVOICY-TEXT-NOT-READ", severity, message, aside)
    if recognised := [page.number for page in pages if page.is_recognised and not page.needs_ocr]:
        message = f"The text of {pages_in(recognised)} was recognised in a picture (OCR) by another program"
        message += " and may differ from what the picture shows."
        yield _finding("INVOICY-OCR-LAYER", Severity.WARNING, message, recognised)
    if hidden := [page.number for page in pages if page.hidden >= _WORD]:
        message = f"Text on {pages_in(hidden)} that nobody can see was not read"
        message += ": it has the colour of the paper, or something covers it."
        yield _finding("INVOICY-TEXT-HIDDEN", Severity.INFORMATION, message, hidden)
    if little := _with(pages, UnreadContent.LITTLE):
        verb = "have" if len(little) > 1 else "has"
        message = f"{pages_in(little).capitalize()} {verb} no text, only a small picture or a drawing."
        yield _finding("INVOICY-PAGE-WITHOUT-TEXT", Severity.INFORMATION, message, little)


def _share_aside(page: PageText) -> float:
    """The share of the page's letters that run in another direction."""
    return page.aside / (page.aside + sum(len(word.text) for word in page.words))


def _with(pages: Sequence[PageText], kind: UnreadContent) -> list[int]:
    return [page.number for page in pages if _kind(page) is kind]


def _kind(page: PageText) -> UnreadContent:
    """Letters that are none are worse than nothing, whatever else the page shows."""
    garbled = page.needs_ocr and is_garbled("".join(word.text for word in page.words))
    return UnreadContent.SHAPES if garbled and page.unread is not UnreadContent.PICTURE else page.unread


def _finding(rule: str, severity: Severity, message: str, numbers: Sequence[int]) -> Finding:
    return Finding(rule, severity, message, values=tuple(str(number) for number in numbers))
