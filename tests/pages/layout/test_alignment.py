"""Lines are aligned by their left edges, their right edges or their centres."""

from invoicy.pages.layout.alignment import edge_offsets
from invoicy.pages.layout.rows import layout_of
from tests.pages.typeset import page


def offsets(upper_x0: float, lower_x0: float) -> tuple[float, float, float]:
    """Offsets of a line 50 points wide from another one 20 points wide above it."""
    upper, lower = layout_of(page((upper_x0, 50, "abcd"), (lower_x0, 62, "abcdefghij"))).segments
    return edge_offsets(upper, lower)


def test_lines_with_the_same_left_edge() -> None:
    assert offsets(50, 50) == (0, 30, 15)


def test_lines_with_the_same_right_edge() -> None:
    assert offsets(80, 50) == (30, 0, 15)


def test_lines_with_the_same_centre() -> None:
    assert offsets(65, 50) == (15, 15, 0)
