"""Legal forms end the name of a company."""

import pytest

from invoicy.pages.parsers.legal_forms import legal_form_end


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Muster GmbH & Co. KG Berlin", "Muster GmbH & Co. KG"),
        ("Kowalski Sp. z o.o.", "Kowalski Sp. z o.o."),
        ("Cedar & Bolt, Inc.", "Cedar & Bolt, Inc."),
    ],
)
def test_the_last_form_ends_the_name(line: str, name: str) -> None:
    assert line[: legal_form_end(line)] == name


@pytest.mark.parametrize(
    "line", ["Waterford Road, Ballyhale, Co. Kilkenny", "Kerkweg 3, 3511 AB Utrecht", "GmbH", "open as usual", "Berlin"]
)
def test_counties_post_codes_and_small_words_are_not_legal_forms(line: str) -> None:
    assert legal_form_end(line) == 0
