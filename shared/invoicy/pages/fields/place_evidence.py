"""Evidence from the place of a line: high or low on the page, on a later page, among the items."""

from collections.abc import Iterator
from enum import StrEnum

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lines.table import Row

_LOW = 0.6  # share of the page's height; the totals and what follows them
_FOOT = 0.85  # share of the page's height; the footer of a letter begins about 45 mm above the lower edge of A4


class PlaceEvidence(StrEnum):
    """Kinds of evidence from the place of a line."""

    HIGH = "high"
    LOW = "low"
    FOOT = "foot"
    LATER_PAGE = "later page"
    AMONG_ITEMS = "among items"


def depth(pages: AnnotatedPages, segment: Segment) -> float:
    """Return the distance of a line from the upper edge, as a share of the page's height."""
    return segment.top / pages.layout(segment.page).page.height


def place_evidence(
    pages: AnnotatedPages, items: frozenset[Row], segment: Segment, high: float
) -> Iterator[tuple[PlaceEvidence, bool]]:
    """Yield each kind, and whether it holds for a line. high: share of the first page's height that counts as high."""
    share = depth(pages, segment)
    is_first = segment.page == pages.layouts[0].page.number
    yield PlaceEvidence.HIGH, is_first and share < high
    yield PlaceEvidence.LOW, is_first and share > _LOW
    yield PlaceEvidence.FOOT, share > _FOOT
    yield PlaceEvidence.LATER_PAGE, not is_first
    yield PlaceEvidence.AMONG_ITEMS, (segment.page, segment.row) in items
