"""Zones of a page of a letter: letterhead, window of the envelope, text, footer."""

from enum import StrEnum

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.place_evidence import depth
from invoicy.pages.layout.rows import Segment

# Share of the page's height, for each zone where it ends; the letterhead (DIN 5008: 27 to 45 mm of 297 mm).
_HEAD = 0.13
_WINDOW = 0.45  # the window of the envelope, and addresses without a window that are set lower
_MIDDLE = 0.8  # text and items; the footer and payment slips begin here


class Zone(StrEnum):
    """A zone of a page, from the top."""

    HEAD = "head"
    WINDOW = "window"
    MIDDLE = "middle"
    FOOT = "foot"


def zone_of(pages: AnnotatedPages, segment: Segment) -> Zone:
    """Return the zone that a line is in."""
    share = depth(pages, segment)
    ends = ((_HEAD, Zone.HEAD), (_WINDOW, Zone.WINDOW), (_MIDDLE, Zone.MIDDLE))
    return next((zone for end, zone in ends if share < end), Zone.FOOT)
