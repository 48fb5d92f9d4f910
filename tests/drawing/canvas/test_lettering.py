"""Text on a picture."""

from hypothesis import given, settings
from hypothesis import strategies as st

from invoicy.drawing.canvas.lettering import Span, Style, legible, width_of, wrapped

_STYLE = Style(20)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200), st.floats(60, 400))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, width: float) -> None:
    clean = legible(text)
    lines = wrapped([Span(clean, _STYLE)], width)
    for line in lines:
        assert sum(width_of(span.text.rstrip(), span.style) for span in line[-1:]) <= width
        assert width_of("".join(span.text for span in line).rstrip(), _STYLE) <= width + 1
    kept = "".join(span.text for line in lines for span in line)
    assert _letters(kept) == _letters(clean)


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign not in " ·\N{NO-BREAK SPACE}")


def test_what_would_steer_the_drawing_is_shown_as_a_sign() -> None:
    assert legible("Windroos\n\u202e B.V.\x1b[31m") == "Windroos □ B.V.□[31m"


def test_the_typeface_has_the_letters_and_the_currencies_of_europe() -> None:
    missing = width_of("\U0010fffe", _STYLE)
    for sign in "łŁęőűřěčžďğışţțĐßẞæøåþñ€£αβΩЖщїґ":
        assert width_of(sign, _STYLE) > 0
        assert _drawn(sign) != _drawn("\U0010fffe"), sign
    assert missing > 0


def _drawn(sign: str) -> bytes:
    from invoicy.drawing.canvas.lettering import _font

    return bytes(_font(20, False).getmask(sign))


def test_where_there_is_hardly_room_each_letter_has_a_line() -> None:
    assert len(wrapped([Span("WWW", _STYLE)], 1)) == 3
