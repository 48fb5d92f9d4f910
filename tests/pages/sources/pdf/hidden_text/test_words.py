"""Words that are not visible are detected, and a page without anything that can hide words is not drawn."""

from typing import Any

import pikepdf
import pypdfium2
import pytest

from invoicy.pages.sources.pdf.hidden_text.words import Words, hidden_on
from tests.pages.pdfs import (
    HEIGHT,
    WIDTH,
    Drawing,
    blank,
    blank_font,
    both,
    covered,
    drawn,
    pdf_of,
    picture_of,
    shapes,
    switched_off,
    text,
    within,
)

LINE = (60.0, 400.0, "Total 144.00")
AT: Words = [("Total", (58 / WIDTH, 391 / HEIGHT, 86 / WIDTH, 402 / HEIGHT))]
TEXT, WHITE_TEXT = text([LINE]), text([LINE], colour=1.0)
BOX = "50 430 120 20 re"
"""A rectangle around the line of text."""


class CountingPage:
    """A page that counts its renderings, except small ones."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.renders = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def render(self, **settings: Any) -> Any:
        self.renders += settings["scale"] > 1
        return self._page.render(**settings)


def _judged(*drawings: Drawing) -> tuple[int, bool]:
    """Return the number of renderings of the page, and True if its word is hidden."""
    with pypdfium2.PdfDocument(pdf_of(both(*drawings))) as pdf:
        page = CountingPage(pdf[0])
        hidden = hidden_on(page, AT)
        return page.renders, bool(hidden)


OVER, UNDER = covered(50, 390, 120, 20), drawn(f"0 g {BOX} f")
WHITE_PICTURE = picture_of(pdf_of(blank), x0=50, y0=430, width=120, height=20)
LOGO = picture_of(pdf_of(shapes()), x0=40, y0=740, width=110, height=60)
FAINT = pikepdf.Dictionary(ca=0.02)


def _shading(shade: int) -> pikepdf.Dictionary:
    function = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[shade], C1=[shade], N=1)
    return pikepdf.Dictionary(
        ShadingType=2, ColorSpace=pikepdf.Name.DeviceGray, Coords=[0, 0, WIDTH, 0], Function=function
    )


def _note(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """A white square over the line of text."""
    looks = pdf.make_stream(
        b"1 g 0 0 120 20 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 120, 20]
    )
    square = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Square,
        Rect=[50, 430, 170, 450],
        F=4,
        AP=pikepdf.Dictionary(N=looks),
    )
    page.obj.Annots = pikepdf.Array([pdf.make_indirect(square)])


BLACK_PATTERN = pikepdf.Dictionary(PatternType=2, Shading=_shading(0))


@pytest.mark.parametrize(
    "drawings",
    [
        pytest.param([text([LINE], mode=3)], id="without ink"),
        pytest.param([text([LINE], mode=7)], id="as a clip path only"),
        pytest.param([WHITE_TEXT], id="white on white"),
        pytest.param([drawn("/R0 gs", ExtGState=FAINT), TEXT], id="hardly opaque"),
        pytest.param([UNDER, TEXT], id="black on black"),
        pytest.param([drawn("BT /R0 10 Tf 60 442 Td (TTT) Tj ET", Font=blank_font())], id="in a Type 3 font"),
        pytest.param([TEXT, OVER], id="under a shape"),
        pytest.param([TEXT, within(OVER)], id="under a form"),
        pytest.param([TEXT, drawn("1 G 30 w 40 440 m 170 440 l S")], id="under a broad line"),
        pytest.param([TEXT, WHITE_PICTURE], id="under a picture"),
        pytest.param([TEXT, drawn(f"q {BOX} W n /R0 sh Q", Shading=_shading(1))], id="under a shading"),
        pytest.param([drawn(f"/Pattern cs /R0 scn {BOX} f", Pattern=BLACK_PATTERN), TEXT], id="on a pattern"),
        pytest.param([text([(60.0, 600.0, "Thank you")]), within(WHITE_TEXT)], id="white in a form"),
        pytest.param([drawn("q 300 300 50 50 re W n"), TEXT, drawn("Q")], id="beside its clip path"),
        pytest.param([drawn("q 0 0 m 600 0 l 0 200 l h W n"), TEXT, drawn("Q")], id="beside a slanting clip path"),
        pytest.param([switched_off(TEXT)], id="switched off"),
        pytest.param([TEXT, _note], id="under a note"),
    ],
)
def test_an_invisible_word_is_hidden(drawings: list[Drawing]) -> None:
    assert _judged(*drawings) == (1, True)


@pytest.mark.parametrize(
    "drawings",
    [
        pytest.param([text(), TEXT], id="text alone"),
        pytest.param([drawn(f"0.8 g {BOX} f"), TEXT], id="on a light shade"),
        pytest.param([drawn(f"1 g {BOX} f"), TEXT], id="on a white shape"),
        pytest.param([TEXT, drawn(f"0.5 w {BOX} S")], id="in the cell of a table"),
        pytest.param([TEXT, drawn("0 g 50 430 120 0.5 re f")], id="over a thin line"),
        pytest.param(
            [drawn(f"q 0 0 {WIDTH} {HEIGHT} re W n"), TEXT, drawn("Q")], id="in a clip path as large as the page"
        ),
        pytest.param([TEXT, covered(300, 390, 120, 20)], id="beside a shape"),
        pytest.param([TEXT, LOGO], id="below a logo"),
    ],
)
def test_an_ordinary_page_is_not_drawn(drawings: list[Drawing]) -> None:
    assert _judged(*drawings) == (0, False)


def test_a_page_of_very_many_objects_is_drawn() -> None:
    strokes = drawn("0 g " + "500 700 1 1 re f " * 5001)
    assert _judged(TEXT, strokes) == (1, False)
