"""A text is clipped if it reaches beyond the rectangle through which it is drawn."""

import pytest
from pypdfium2 import raw

from invoicy.pages.sources.pdf.hidden_text.clip_paths import are_clipped
from invoicy.pages.sources.pdf.hidden_text.page_objects import PageObjects
from tests.pages.pdfs import HEIGHT, drawn, loaded, text

LINE = text([(60.0, 400.0, "Total 144.00")])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param(f"50 {HEIGHT - 410} 200 30 re", False, id="around it"),
        pytest.param(f"60 {HEIGHT - 400} 200 6 re", False, id="descenders reach over it a little"),
        pytest.param(f"50 {HEIGHT - 410} 30 30 re", True, id="its end is cut off"),
        pytest.param("300 300 50 50 re", True, id="beside it"),
        pytest.param("0 0 m 600 0 l 300 800 l h", True, id="a triangle"),
    ],
)
def test_a_text_is_clipped_by_its_clip_path(path: str, expected: bool) -> None:
    with loaded(drawn(f"q {path} W n"), LINE, drawn("Q")) as page:
        objects = PageObjects(raw, page, 100)
        texts = [handle for _, handle in objects.of_type(raw.FPDF_PAGEOBJ_TEXT)]
        assert are_clipped(objects, texts, objects.boxes(texts)) is expected


def test_a_text_without_a_clip_path_is_not_clipped() -> None:
    with loaded(LINE) as page:
        objects = PageObjects(raw, page, 100)
        assert not are_clipped(objects, objects.handles, objects.boxes(objects.handles))
