"""Names of countries in many languages."""

import pytest

from invoicy.pages.parsers.countries import country_code, is_country


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Germany", "DE"),
        ("DEUTSCHLAND", "DE"),
        ("Allemagne", "DE"),
        ("U.K.", "GB"),
        ("Österreich", "AT"),
        ("日本", "JP"),
    ],
)
def test_a_country_is_known_by_its_name_in_any_language(name: str, code: str) -> None:
    assert country_code(name) == code
    assert is_country(name)


def test_a_code_is_a_country_only_where_it_is_asked_for() -> None:
    assert country_code("DE") == ""
    assert country_code("DE", iso=True) == "DE"


def test_a_town_is_not_a_country() -> None:
    assert not is_country("Berlin")
