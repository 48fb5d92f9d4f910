"""Leader lines from frames to margins."""

from invoicy.drawing.canvas.geometry import Rect
from invoicy.drawing.labels.routes import routes_of

_PAGE = (1000.0, 1400.0)


def test_a_line_takes_the_side_without_print() -> None:
    frame = Rect(400, 100, 500, 120)
    (route,) = routes_of([[frame]], [40], [Rect(100, 90, 380, 130)], _PAGE)
    assert (route.is_left, route.x) == (False, 500)
    (route,) = routes_of([[frame]], [40], [Rect(520, 90, 900, 130)], _PAGE)
    assert (route.is_left, route.x) == (True, 400)


def test_a_line_runs_under_the_word_beside_its_frame() -> None:
    (route,) = routes_of([[Rect(400, 95, 500, 125)]], [40], [Rect(100, 90, 380, 120), Rect(520, 90, 900, 120)], _PAGE)
    assert route.y == 125


def test_the_outermost_frame_of_a_label_gets_the_line() -> None:
    (route,) = routes_of([[Rect(100, 100, 150, 120), Rect(800, 100, 900, 120)]], [40], [], _PAGE)
    assert route.x in {100, 900}


def test_a_full_margin_leaves_labels_to_the_other() -> None:
    frames = [[Rect(10, 20.0 * row, 60, 20.0 * row + 10)] for row in range(40)]
    routes = routes_of(frames, [60.0] * 40, [], _PAGE)
    for is_left in (True, False):
        assert sum(60 for route in routes if route.is_left is is_left) <= _PAGE[1]


def test_a_line_runs_at_the_edge_of_words_rather_than_through_a_word() -> None:
    frame = Rect(400, 100, 430, 120)
    rows = [Rect(500, top, 600, top + 22) for top in (79, 99, 119)]
    left = Rect(0, 0, 390, 300)
    (route,) = routes_of([[frame]], [40], [*rows, left], _PAGE)
    assert not route.is_left
    assert route.y in {100, 120}
