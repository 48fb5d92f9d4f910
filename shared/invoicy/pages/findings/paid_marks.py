"""Stamps on an invoice that is paid already: PAID, BEZAHLT, ACQUITTÉE."""

from functools import cache
from statistics import median

from invoicy import data
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.totals.chosen_totals import ChosenTotals
from invoicy.pages.findings.totals import money
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.readings.reading import Finding, Severity

MARKED_PAID = "INVOICY-MARKED-PAID"
_MIN_SIZE = 1.3  # of a stamp, as a share of the usual print; set by hand


def paid_finding(pages: AnnotatedPages, totals: ChosenTotals) -> Finding | None:
    """Return the finding that a page is marked as paid, if the reading has an amount due and no payment."""
    mark = next((segment for segment in pages.segments if _is_mark(pages, segment)), None)
    if mark is None or totals.paid is not None or totals.due is None or not totals.due.value:
        return None
    message = f"Page {mark.page} says {mark.text!r}, but the reading has no payment"
    message += f" and an amount due (BT-115) of {money(totals.due.value)}."
    return Finding(MARKED_PAID, Severity.WARNING, message, "/totals/due", ("BT-113", "BT-115"), (mark.text,))


def _is_mark(pages: AnnotatedPages, segment: Segment) -> bool:
    """Test for a word larger than other print, or in capitals and alone in its row; labels are neither."""
    if fold(segment.text.rstrip(" .!")) not in _words():
        return False
    usual = median(other.size for other in pages.segments)
    return segment.size >= _MIN_SIZE * usual or (segment.text.isupper() and len(pages.row(segment)) == 1)


@cache
def _words() -> frozenset[str]:
    return frozenset(map(fold, data.lines("paid_words.txt")))
