"""IBANs as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.pages.parsers.ibans import has_iban_length, iban_at, iban_starts, ibans_in

GERMAN = "DE89370400440532013000"


def test_an_iban_ends_where_its_check_digits_are_right() -> None:
    (iban,) = ibans_in("IBAN DE89 3704 0044 0532 0130 00 BIC COBADEFF")
    assert (iban.value, iban.is_valid) == ("DE89370400440532013000", True)


def test_a_vat_identifier_is_not_an_iban() -> None:
    assert [iban for iban in ibans_in("NL810433941B01") if iban.is_valid] == []


@given(st.lists(st.booleans(), min_size=len(GERMAN), max_size=len(GERMAN)))
def test_blanks_may_be_anywhere_in_an_iban(gaps: list[bool]) -> None:
    printed = "".join(c + " " * gap for c, gap in zip(GERMAN, gaps, strict=True)).rstrip()
    iban = iban_at(printed)
    assert iban is not None
    assert (iban.value, iban.end) == (GERMAN, len(printed))


def test_an_iban_with_wrong_check_digits_is_not_sure() -> None:
    (iban,) = ibans_in("IBAN DE88 3704 0044 0532 0130 00")
    assert not iban.is_valid


@pytest.mark.parametrize(("iban", "fits"), [(GERMAN, True), (GERMAN[:-1], False), ("QQ12", True)])
def test_an_iban_has_the_length_of_its_country(iban: str, fits: bool) -> None:
    assert has_iban_length(iban) is fits


def test_an_iban_may_go_on_in_the_next_line() -> None:
    assert list(iban_starts("IBAN DE89 3704 0044")) == [5]
    assert list(iban_starts("DE89 3704, Berlin")) == []


@given(st.text(alphabet="AD E0123456789", max_size=60))
def test_an_iban_is_inside_its_text(text: str) -> None:
    for iban in ibans_in(text):
        assert 0 <= iban.start < iban.end <= len(text)
