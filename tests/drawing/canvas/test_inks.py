"""Colours and their meanings."""

from invoicy.drawing.canvas.inks import COLOURS, PAPER, TINTS, Colour, Ink, tint_of


def luminance(colour: Colour) -> float:
    """Relative luminance as in WCAG 2."""
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in (c / 255 for c in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_ink_has_a_colour_of_its_own_with_enough_contrast_to_paper() -> None:
    assert set(COLOURS) == set(Ink)
    assert len(set(COLOURS.values())) == len(Ink)
    assert all((luminance(PAPER) + 0.05) / (luminance(colour) + 0.05) >= 4.5 for colour in COLOURS.values())


def test_neighbouring_invoices_have_different_tints() -> None:
    assert len({tint_of(place) for place in range(len(TINTS))}) == len(TINTS)
    assert tint_of(len(TINTS)) == tint_of(0)
