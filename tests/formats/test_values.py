"""Leaf texts become values of their type, or ValueError and nothing else."""

import base64
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.formats.values import CONVERTERS, binary, decimal, indicator, iso_date, vat_point_date_code


@given(st.sampled_from(sorted(CONVERTERS)), st.text())
def test_only_value_errors_come_out(kind: str, text: str) -> None:
    with suppress(ValueError):
        assert CONVERTERS[kind](text) is not None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_decimal_keeps_its_digits(number: Decimal) -> None:
    assert str(decimal(f"{number:f}")) == str(number)


@pytest.mark.parametrize(
    "text", ["", " ", "1,5", "1e3", "NaN", "Infinity", "1_000", "0x1", "--1", "1.2.3", "9" * 101, "\u0661"]
)
def test_a_text_that_is_not_an_xs_decimal_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        decimal(text)


@given(st.dates())
def test_a_date_is_read_in_both_its_forms(day: date) -> None:
    assert iso_date(day.isoformat()) == iso_date(f"{day:%Y}".zfill(4) + f"{day:%m%d}") == day


@pytest.mark.parametrize("text", ["2026-03-01Z", "2026-03-01+01:00", "2026-03-01T10:00:00", " 2026-03-01 "])
def test_time_zone_and_time_of_day_are_dropped(text: str) -> None:
    assert iso_date(text) == date(2026, 3, 1)


@pytest.mark.parametrize("text", ["2026-02-30", "01.03.2026", "2026-3-1", "20260231", "2026"])
def test_a_text_that_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        iso_date(text)


@given(st.binary())
def test_base64_is_read_with_line_breaks(content: bytes) -> None:
    assert binary(base64.encodebytes(content).decode()) == content


def test_indicators() -> None:
    assert (indicator("true"), indicator("1"), indicator(" false "), indicator("0")) == (True, True, False, False)


@pytest.mark.parametrize(("cii", "term"), [("5", "3"), ("29", "35"), ("72", "432"), ("432", "432")])
def test_cii_s_codes_for_the_vat_point_become_the_term_s(cii: str, term: str) -> None:
    assert vat_point_date_code(cii) == term
