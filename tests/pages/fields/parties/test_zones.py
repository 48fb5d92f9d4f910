"""Zones of a page."""

import pytest

from invoicy.pages.fields.parties.zones import Zone, zone_of
from tests.pages.typeset import typeset


@pytest.mark.parametrize(("top", "zone"), [(40, Zone.HEAD), (150, Zone.WINDOW), (500, Zone.MIDDLE), (800, Zone.FOOT)])
def test_a_line_is_in_the_zone_of_its_height(top: float, zone: Zone) -> None:
    pages = typeset((50, top, "Alpha Ltd"))
    assert zone_of(pages, next(pages.segments)) is zone
