"""The name in a field of a form."""

from invoicy.pages.fields.parties.names.form_fields import name_field
from tests.pages.typeset import typeset


def name(*lines: tuple[float, float, str], text: str = "Name:") -> str | None:
    pages = typeset(*lines)
    line = next(segment for segment in pages.segments if segment.text.startswith(text))
    named = name_field(pages, line)
    return named[0] if named else None


def test_a_name_is_behind_its_label() -> None:
    assert name((50, 50, "Name: Beta GmbH")) == "Beta GmbH"


def test_a_name_is_in_the_next_column() -> None:
    assert name((50, 50, "Name:"), (200, 50, "Beta GmbH")) == "Beta GmbH"


def test_a_name_goes_on_in_the_lines_below() -> None:
    assert (
        name((50, 50, "Name:"), (200, 50, "Beta Handels"), (200, 62, "Vertriebs GmbH")) == "Beta Handels Vertriebs GmbH"
    )


def test_a_label_of_something_else_has_no_name() -> None:
    assert name((50, 50, "Date: 03.05.2020"), text="Date") is None


def test_an_empty_field_has_no_name() -> None:
    assert name((50, 50, "Name:")) is None
