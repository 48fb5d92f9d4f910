"""The picture of a page with its frames and labels."""

from PIL import Image

from invoicy.drawing.canvas.geometry import Rect
from invoicy.drawing.canvas.inks import COLOURS, PAPER, Ink, tint_of
from invoicy.drawing.labels.plan import Plan, plan_of
from invoicy.drawing.sheets.page import sheet_of
from invoicy.drawing.values.marks import Mark
from invoicy.drawing.values.terms import name_of
from tests.drawing.pictures import colours_in

SIZE = (1191, 1684)
PAGE = Image.new("RGB", SIZE, PAPER)
BOX = (0.4, 0.4, 0.6, 0.45)


def plan(ink: Ink, *, notes: tuple[int, ...] = ()) -> Plan:
    return plan_of([Mark("/number", name_of("/number"), "F-7", 1, BOX, ink, 0.9, notes=notes)], [], [], SIZE)


def frame_of(plan: Plan) -> Rect:
    (label,) = plan.labels
    (frame,) = label.label.frames
    return frame


def test_the_sheet_has_the_size_of_its_plan() -> None:
    sheet = sheet_of(PAGE, plan(Ink.CERTAIN), tinted=False)
    assert sheet.size == (round(plan(Ink.CERTAIN).width), round(plan(Ink.CERTAIN).height))


def test_a_frame_has_the_colour_of_its_ink() -> None:
    assert COLOURS[Ink.WRONG] in colours_in(sheet_of(PAGE, plan(Ink.WRONG), tinted=False))
    assert COLOURS[Ink.WRONG] not in colours_in(sheet_of(PAGE, plan(Ink.CERTAIN), tinted=False))


def test_the_inside_of_a_frame_is_tinted_by_its_invoice_and_stays_legible() -> None:
    frame = frame_of(plan(Ink.CERTAIN))
    middle = (round((frame.x0 + frame.x1) / 2), round((frame.top + frame.bottom) / 2))
    plain, tinted = (
        sheet_of(PAGE, plan(Ink.CERTAIN), tinted=is_tinted).getpixel(middle) for is_tinted in (False, True)
    )
    assert plain != tinted
    assert tinted not in {PAPER, tint_of(0)}


def test_a_finding_about_a_certain_value_has_a_badge_of_information() -> None:
    without, with_note = (sheet_of(PAGE, plan(Ink.CERTAIN, notes=notes), tinted=False) for notes in ((), (1,)))
    assert COLOURS[Ink.OTHER] not in colours_in(without)
    assert COLOURS[Ink.OTHER] in colours_in(with_note)
