"""Rectangles."""

from invoicy.drawing.canvas.geometry import Rect

SQUARE = Rect(0, 0, 10, 10)


def test_rectangles_that_only_touch_do_not_overlap() -> None:
    assert SQUARE.overlaps(Rect(9, 9, 20, 20))
    assert not SQUARE.overlaps(Rect(10, 0, 20, 10))
    assert not SQUARE.overlaps(Rect(0, 10, 10, 20))


def test_a_rectangle_grows_on_each_side_and_moves_whole() -> None:
    assert SQUARE.grown(2) == Rect(-2, -2, 12, 12)
    assert SQUARE.moved(3, 4) == Rect(3, 4, 13, 14)
    assert (SQUARE.grown(2).width, SQUARE.moved(3, 4).height) == (14, 10)
