"""Streets and lines with a post code."""

import pytest

from invoicy.pages.parsers.address_lines import has_street_word, is_postal, is_street


@pytest.mark.parametrize(
    "line",
    [
        "10115 Berlin", "D-10115 Berlin", "00-950 Warszawa", "3511 AB Utrecht", "London SW1A 1AA", "113 51 Stockholm",
        "Baton Rouge, LA 70801", "Sydney NSW 2000", "Toronto M5V 2T6", "01310-100 São Paulo", "〒 100-0001",
    ],
)  # fmt: skip
def test_post_codes_of_many_countries_are_known(line: str) -> None:
    assert is_postal(line)


@pytest.mark.parametrize("line", ["Oak boards", "Hauptstr. 5", "Total 120.00"])
def test_other_lines_are_not_postal(line: str) -> None:
    assert not is_postal(line)


@pytest.mark.parametrize("line", ["Hauptstr. 5", "12/3 Argyle Street", "Kyrkogatan 4a"])
def test_a_street_has_a_house_number(line: str) -> None:
    assert is_street(line)
    assert not is_street("12 345")


@pytest.mark.parametrize("line", ["ZA du Pr\u00e9 Rond", "PLAZA DEL CARMEN, 6", "Kyrkogatan 4"])
def test_a_street_is_known_by_its_word(line: str) -> None:
    assert has_street_word(line)


def test_a_company_may_end_like_a_street() -> None:
    assert not has_street_word("Kyrkogatan AB")
    assert not has_street_word("12 345")
