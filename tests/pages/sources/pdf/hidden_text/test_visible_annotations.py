"""Links and pop-ups are not visible; notes and fields are."""

import pikepdf
import pytest
from pypdfium2 import raw

from invoicy.pages.sources.pdf.hidden_text.visible_annotations import has_visible_annotations
from tests.pages.pdfs import Drawing, blank, loaded, typed


def annotated(subtype: str, count: int = 1) -> Drawing:
    """Annotations without an appearance."""

    def draw(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(f"/{subtype}"), Rect=[50, 430, 170, 450], F=4
        )
        page.obj.Annots = pikepdf.Array([pdf.make_indirect(note) for _ in range(count)])

    return draw


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        pytest.param(blank, False, id="none"),
        pytest.param(annotated("Link"), False, id="a link"),
        pytest.param(annotated("Popup"), False, id="a pop-up"),
        pytest.param(annotated("Square"), True, id="a square"),
        pytest.param(typed(50, 400, "x", "/Link"), True, id="a link with an appearance"),
        pytest.param(annotated("Link", count=201), True, id="too many to tell"),
    ],
)
def test_annotations_that_a_viewer_draws_are_visible(drawing: Drawing, expected: bool) -> None:
    with loaded(drawing) as page:
        assert has_visible_annotations(raw, page) is expected
