"""A page can hide text if an object of any kind covers it, or nearly has its shade."""

import pikepdf
import pytest

from invoicy.pages.sources.pdf.hidden_text.concealment import can_hide_text
from tests.pages.pdfs import HEIGHT, WIDTH, Drawing, blank, drawn, loaded, text

LINE = text([(60.0, 400.0, "Total 144.00")])
WORD = (58 / WIDTH, 391 / HEIGHT, 86 / WIDTH, 402 / HEIGHT)


def on_pattern(*, shade: int, box: str = "50 430 120 20") -> Drawing:
    """A rectangle, by default behind the line, with a gradient of one shade, from black, 0, to white, 1."""
    function = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[shade], C1=[shade], N=1)
    shading = pikepdf.Dictionary(
        ShadingType=2, ColorSpace=pikepdf.Name.DeviceGray, Coords=[0, 0, WIDTH, 0], Function=function
    )
    pattern = pikepdf.Dictionary(PatternType=2, Shading=shading)
    return drawn(f"/Pattern cs /R0 scn {box} re f", Pattern=pattern)


@pytest.mark.parametrize(
    ("drawings", "expected"),
    [
        pytest.param([LINE], False, id="text alone"),
        pytest.param([LINE, text([(40.0, 420.0, "PAID")], size=60)], True, id="a stamp of large letters over it"),
        pytest.param([LINE, text([(40.0, 405.0, "PAID")])], False, id="small letters over it"),
        pytest.param([on_pattern(shade=0), LINE], True, id="on a dark pattern"),
        pytest.param([on_pattern(shade=1), LINE], False, id="on a light pattern"),
        pytest.param([on_pattern(shade=0, box="300 600 90 20"), LINE], False, id="beside a dark pattern"),
        pytest.param([text([(60.0, 400.0, "Total")], colour=0.9)], True, id="light grey"),
        pytest.param([blank], True, id="a word that the page does not draw"),
    ],
)
def test_a_page_that_may_hide_text(drawings: list[Drawing], expected: bool) -> None:
    with loaded(*drawings) as page:
        assert can_hide_text(page, [WORD]) is expected


def test_a_pattern_is_looked_at_without_changing_the_page() -> None:
    with loaded(on_pattern(shade=0), LINE) as page:
        before = bytes(page.render(scale=0.5).buffer)
        can_hide_text(page, [WORD])
        assert bytes(page.render(scale=0.5).buffer) == before
