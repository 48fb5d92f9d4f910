"""Places for barcodes are squarish pictures, paths of many segments and groups of small paths."""

import pytest
from pypdfium2 import raw

from invoicy.pages.sources.page import Box
from invoicy.pages.sources.pdf.barcode_places import places_on
from invoicy.pages.sources.pdf.coordinates import matrix_of
from tests.pages.pdfs import HEIGHT, Drawing, drawn, loaded, pdf_of, picture_of, shapes

BUSY = pdf_of(shapes())


def places(*drawings: Drawing) -> tuple[Box, ...]:
    with loaded(*drawings) as page:
        return places_on(raw, page, matrix_of(raw, page, page.get_size()))


def modules(columns: int, rows: int, x: int = 100, y: int = 500, step: int = 4) -> str:
    return " ".join(
        f"{x + step * column} {y + step * row} 3 3 re f" for row in range(rows) for column in range(columns)
    )


def test_a_square_picture_is_a_place() -> None:
    (box,) = places(picture_of(BUSY, x0=100, y0=500, width=90, height=90))
    assert box == pytest.approx((100, HEIGHT - 590, 190, HEIGHT - 500), abs=0.1)


@pytest.mark.parametrize(("width", "height"), [(15, 15), (500, 500), (200, 50)])
def test_a_picture_too_small_too_large_or_too_flat_is_not(width: int, height: int) -> None:
    assert places(picture_of(BUSY, x0=50, y0=100, width=width, height=height)) == ()


def test_one_path_of_many_segments_is_a_place() -> None:
    path = " ".join(f"{100 + 4 * column} {500 + 4 * row} 3 3 re" for row in range(20) for column in range(20))
    (box,) = places(drawn(f"{path} f"))
    assert box == pytest.approx((100, HEIGHT - 579, 179, HEIGHT - 500), abs=0.1)


def test_a_path_for_each_module_is_a_place_together() -> None:
    (box,) = places(drawn(modules(20, 20)))
    assert box == pytest.approx((100, HEIGHT - 579, 179, HEIGHT - 500), abs=0.1)


def test_few_paths_are_the_lines_of_a_table() -> None:
    assert places(drawn(modules(10, 10))) == ()


def test_groups_far_from_each_other_are_two_places() -> None:
    assert len(places(drawn(modules(20, 20)), drawn(modules(20, 20, x=350)))) == 2


def test_the_squarest_place_comes_first() -> None:
    flat, square = picture_of(BUSY, 100, 500, 100, 60), picture_of(BUSY, 300, 500, 80, 80)
    assert [round(box[0]) for box in places(flat, square)] == [300, 100]
