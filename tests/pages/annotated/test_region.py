"""An American page is in English, has no VAT, and has ZIP codes, or dollars on letter paper."""

import pytest

from invoicy.pages.annotated.pages import AnnotatedPages, annotate_pages
from invoicy.pages.annotated.region import is_american, is_month_first
from invoicy.pages.sources.page import PageText
from tests.pages.typeset import page

LABELS = ((50.0, 50.0, "Invoice number"), (50.0, 80.0, "Invoice date"))
LETTER, A4 = (612.0, 792.0), (595.0, 842.0)


def on_paper(size: tuple[float, float], *texts: str) -> AnnotatedPages:
    lines = ((50.0, 110.0 + 30 * row, text) for row, text in enumerate(texts))
    return annotate_pages((PageText(1, *size, page(*LABELS, *lines).words),))


@pytest.mark.parametrize(
    ("size", "texts", "expected"),
    [
        (LETTER, ("Total $ 120.00",), True),
        (A4, ("Total $ 120.00",), False),
        (A4, ("Total $ 120.00", "Austin TX 78701"), True),
        (A4, ("Austin TX 78701", "Boston MA 02108"), True),
        (LETTER, ("Total 120.00",), False),
        (LETTER, ("Total $ 120.00", "VAT 20 %"), False),
        (LETTER, ("Total € 120.00", "$"), False),
    ],
)
def test_an_american_page_is_detected(size: tuple[float, float], texts: tuple[str, ...], expected: bool) -> None:
    assert is_american(on_paper(size, *texts)) is expected


def test_a_page_in_another_language_is_not_american() -> None:
    german = page((50, 50, "Rechnungsnummer"), (50, 80, "Rechnungsdatum"), (50, 110, "Summe $ 120.00"))
    assert not is_american(annotate_pages((PageText(1, *LETTER, german.words),)))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("05/23/2026", "04/05/2026"), True),
        (("23/05/2026", "04/05/2026"), False),
        (("04/05/2026", "Total $ 1.00"), True),
        (("04/05/2026", "Total 1.00"), False),
    ],
)
def test_the_order_of_month_and_day(texts: tuple[str, ...], expected: bool) -> None:
    assert is_month_first(on_paper(LETTER, *texts)) is expected
