"""The header of a sheet."""

from invoicy.drawing.canvas.inks import COLOURS, Ink
from invoicy.drawing.canvas.lettering import BODY, Span
from invoicy.drawing.sheets.header import Title, header_of
from invoicy.drawing.text.digest import Paragraph
from invoicy.readings.reading import Status
from tests.drawing.pictures import colours_in

TITLE = Title("a.pdf", Status.ACCEPTED, "Page 1 of 1")


def test_the_status_has_its_colour() -> None:
    assert COLOURS[Ink.CERTAIN] in colours_in(header_of(TITLE, (), 1400))
    rejected = colours_in(header_of(Title("a.pdf", Status.REJECTED, "Page 1 of 1"), (), 1400))
    assert COLOURS[Ink.WRONG] in rejected
    assert COLOURS[Ink.CERTAIN] not in rejected


def test_a_finding_has_a_badge_in_its_colour() -> None:
    finding = Paragraph((Span("The invoice number (BT-1) is missing.", BODY),), 1, COLOURS[Ink.WRONG])
    assert COLOURS[Ink.WRONG] in colours_in(header_of(TITLE, [finding], 1400))


def test_an_unread_page_has_a_banner_and_a_small_unread_part_only_a_line() -> None:
    plain = header_of(TITLE, (), 1400)
    banner = header_of(Title("a.pdf", Status.ACCEPTED, "Page 1 of 1", banner="Page 1 was not read."), (), 1400)
    remark = header_of(Title("a.pdf", Status.ACCEPTED, "Page 1 of 1", remark="A line was not read."), (), 1400)
    assert plain.height < remark.height < banner.height
    assert COLOURS[Ink.DOUBTFUL] in colours_in(banner)
    assert COLOURS[Ink.DOUBTFUL] not in colours_in(remark)
