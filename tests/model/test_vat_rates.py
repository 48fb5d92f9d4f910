"""VAT rates of a country on a day."""

from datetime import date
from decimal import Decimal

import pytest

from invoicy.model.vat_rates import rates_of_all_countries, rates_of_country


@pytest.mark.parametrize(
    ("day", "rates"),
    [(date(2020, 6, 30), {19, 7}), (date(2020, 8, 1), {16, 5}), (date(2021, 1, 1), {19, 7})],
)
def test_the_rates_are_those_of_the_day(day: date, rates: set[int]) -> None:
    assert rates_of_country("DE", day) == set(map(Decimal, rates))


def test_prefixes_of_vat_identifiers_name_their_country() -> None:
    day = date(2026, 1, 1)
    assert rates_of_country("EL", day) == rates_of_country("GR", day) != frozenset()
    assert rates_of_country("XI", day) == rates_of_country("GB", day) != frozenset()


def test_an_unknown_country_has_no_known_rates() -> None:
    assert rates_of_country("US", date(2026, 1, 1)) == frozenset()


def test_past_rates_are_among_all_rates() -> None:
    assert {Decimal(16), Decimal(19), Decimal("5.5")} <= rates_of_all_countries()
