"""The plan of a sheet."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from invoicy.drawing.canvas.geometry import Rect
from invoicy.drawing.canvas.inks import Ink
from invoicy.drawing.document import plans_of
from invoicy.drawing.labels.plan import Plan, plan_of
from invoicy.drawing.values.marks import Mark
from invoicy.drawing.values.terms import Named
from tests.drawing.samples import PAGES, sample

_SIZE = (1191, 1684)
Box = tuple[float, float, float, float]


def _box(x: float, y: float, width: float, height: float) -> Box:
    return x, y, x + width, y + height


_share = st.floats(-0.2, 1.1)  # text may run over the edges of a page
_boxes = st.lists(st.builds(_box, _share, _share, st.floats(0.005, 0.5), st.floats(0.005, 0.05)), max_size=40)


def _mark(box: Box, index: int) -> Mark:
    pointer = f"/lines/{index // 4}/field_{index}" if index % 3 else f"/field_{index}"
    return Mark(pointer, Named("A name that is long enough to wrap", "BT-1"), "Value", 1, box, Ink.OTHER, 0.9)


def _check(plan: Plan) -> None:
    assert plan.overlaps == (0, 0)
    sheet = Rect(0, 0, plan.width, plan.height)
    for placed in plan.labels:
        assert not placed.text.overlaps(plan.page)
        assert (placed.text.x0 >= 0, placed.text.x1 <= sheet.x1) == (True, True)
        assert (placed.text.top >= 0, placed.text.bottom <= sheet.bottom) == (True, True)
        assert any(_touches(frame, placed.leader.start) for frame in placed.label.frames)
        assert _touches(placed.bar.grown(0.01), placed.leader.end)


def _touches(rect: Rect, point: tuple[float, float]) -> bool:
    return rect.x0 <= point[0] <= rect.x1 and rect.top <= point[1] <= rect.bottom


@settings(deadline=None, max_examples=50)
@given(_boxes, _boxes)
def test_labels_are_free_and_leaders_end_at_their_frames(marked: list[Box], words: list[Box]) -> None:
    _check(plan_of([_mark(box, index) for index, box in enumerate(marked)], words, [], _SIZE))


@pytest.mark.parametrize("name", PAGES)
def test_labels_of_a_sample_are_free_and_leaders_end_at_their_frames(name: str) -> None:
    plans = plans_of(*sample(name))
    assert any(plan.labels for plan in plans)
    for plan in plans:
        _check(plan)


def test_labels_over_each_other_and_over_print_are_counted() -> None:
    plan = plan_of(
        [_mark((0.1, 0.1, 0.2, 0.12), 0), _mark((0.1, 0.5, 0.2, 0.52), 3)], [(0.1, 0.1, 0.2, 0.12)], [], _SIZE
    )
    first, second = plan.labels
    crowded = Plan(
        plan.width,
        plan.height,
        plan.page,
        (first.text,),
        (first, structs.replace(second, text=first.text)),
        (),
    )
    assert crowded.overlaps == (2, 2)
