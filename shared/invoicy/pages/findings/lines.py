"""The finding about line items. Their rows are counted, not read."""

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.findings.page_names import pages_in_words
from invoicy.pages.lines.line_items import TotalPlaces, line_items
from invoicy.readings.reading import Finding, Severity

LINES_NOT_READ = "INVOICY-LINES-NOT-READ"


def lines_finding(pages: AnnotatedPages, totals: ChosenTotals) -> Finding | None:
    """Return the finding about line items that were not read; None if the pages show none."""
    items = line_items(pages, _places_of(totals))
    if not items:
        return None
    count, numbers = len(items), sorted({item.row[0] for item in items})
    message = f"{f'About {count} line items' if count > 1 else 'A line item'} on {pages_in_words(numbers)} "
    message += f"{'were' if count > 1 else 'was'} not read: this version reads no line items from print."
    values = (str(count), *map(str, numbers))
    return Finding(LINES_NOT_READ, Severity.WARNING, message, "/lines", ("BG-25",), values)


def _places_of(totals: ChosenTotals) -> TotalPlaces:
    printed = [total for total in (totals.lines, totals.net, totals.tax, totals.gross) if total is not None]
    first = totals.lines or totals.net or totals.gross
    return TotalPlaces(
        frozenset((total.segment.page, total.segment.row) for total in printed),
        totals.gross.segment.key if totals.gross else None,
        first.words[-1].x1 if first else None,
    )
