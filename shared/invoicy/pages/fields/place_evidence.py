"""Places of a line on its page: its depth, its zone, and the evidence that follows from them."""

from collections.abc import Iterator
from enum import StrEnum

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lines.table import Row

_LOW = 0.6  # share of the page's height; the totals and what follows them
_FOOTER = 0.85  # share of the page's height; the footer of a letter begins about 45 mm above the lower edge of A4

_LETTERHEAD_END = 0.13  # share of the page's height; DIN 5008: 27 to 45 mm of 297 mm
_WINDOW_END = 0.45  # share of the page's height; the window of the envelope, and addresses printed lower without one
_MIDDLE_END = 0.8  # share of the page's height; the footer and payment slips begin here


class Zone(StrEnum):
    """A zone of the page of a letter, from the top: letterhead, window of the envelope, text and items, footer."""

    HEAD = "head"
    WINDOW = "window"
    MIDDLE = "middle"
    FOOT = "foot"


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


def zone_of(pages: AnnotatedPages, segment: Segment) -> Zone:
    """Return the zone that a line is in."""
    share = depth(pages, segment)
    ends = ((_LETTERHEAD_END, Zone.HEAD), (_WINDOW_END, Zone.WINDOW), (_MIDDLE_END, Zone.MIDDLE))
    return next((zone for end, zone in ends if share < end), Zone.FOOT)


def place_evidence(
    pages: AnnotatedPages, items: frozenset[Row], segment: Segment, high: float
) -> Iterator[tuple[PlaceEvidence, bool]]:
    """Yield each kind, and whether it holds for a line. high: share of the first page's height that counts as high."""
    share = depth(pages, segment)
    is_first = segment.page == pages.layouts[0].page.number
    yield PlaceEvidence.HIGH, is_first and share < high
    yield PlaceEvidence.LOW, is_first and share > _LOW
    yield PlaceEvidence.FOOT, share > _FOOTER
    yield PlaceEvidence.LATER_PAGE, not is_first
    yield PlaceEvidence.AMONG_ITEMS, (segment.page, segment.row) in items
