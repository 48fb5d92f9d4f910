"""A cell has ink where light and dark meet in it."""

from invoicy.pages.sources.pdf.ink import COLUMNS, InkGrid, ink_on
from tests.pages.pdfs import HEIGHT, WIDTH, blank, drawn, loaded


def test_a_blank_page_has_no_ink() -> None:
    with loaded(blank) as page:
        grid = ink_on(page)
    assert grid.inked == set()
    assert grid.rows == round(COLUMNS * HEIGHT / WIDTH)
    assert grid.size == COLUMNS * grid.rows


def test_a_black_square_has_ink_at_its_edges_only() -> None:
    with loaded(drawn(f"0 {HEIGHT / 2} {WIDTH / 2} {HEIGHT / 2} re f")) as page:
        grid = ink_on(page)
    columns, rows = {column for column, _ in grid.inked}, {row for _, row in grid.inked}
    assert max(columns) <= COLUMNS // 2
    assert max(rows) <= grid.rows // 2
    assert (0, 0) not in grid.inked


def test_a_faint_shade_is_not_ink() -> None:
    with loaded(drawn("0.9 g 100 100 200 200 re f")) as page:
        assert ink_on(page).inked == set()


def test_boxes_touch_the_cells_under_them() -> None:
    grid = InkGrid(set(), rows=68)
    assert grid.touched_by([(0.0, 0.0, 0.01, 0.01)]) == {(0, 0)}
    assert grid.touched_by([(0.0, 0.0, 2.5 / COLUMNS, 1.5 / 68)]) == {(x, y) for x in range(3) for y in range(2)}
    assert grid.touched_by([]) == set()
