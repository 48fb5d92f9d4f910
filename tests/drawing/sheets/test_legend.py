"""The legend under a page."""

from invoicy.drawing.canvas.inks import COLOURS, TINTS, Ink
from invoicy.drawing.sheets.legend import legend_of
from tests.drawing.pictures import Pixel, colours_in


def colours_of(*inks: Ink, tinted: tuple[tuple[int, str], ...] = (), electronic: bool = False) -> set[Pixel]:
    return colours_in(legend_of(set(inks), tinted, 1400, electronic=electronic))


def test_only_the_inks_of_the_page_are_explained() -> None:
    colours = colours_of(Ink.CERTAIN, Ink.WRONG)
    assert {COLOURS[Ink.CERTAIN], COLOURS[Ink.WRONG]} <= colours
    assert COLOURS[Ink.DOUBTFUL] not in colours


def test_the_values_of_an_xml_have_no_other_values() -> None:
    assert COLOURS[Ink.OTHER] in colours_of(Ink.OTHER)
    assert COLOURS[Ink.OTHER] not in colours_of(Ink.OTHER, electronic=True)


def test_each_of_several_invoices_has_its_tint() -> None:
    assert set(TINTS[:2]) <= colours_of(Ink.CERTAIN, tinted=((0, "A"), (1, "B")))


def test_a_page_without_values_has_a_legend_too() -> None:
    assert legend_of(set(), (), 1400, electronic=False).height > 0
