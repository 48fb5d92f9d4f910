"""Names of companies and people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.pages.parsers.names import is_care_of, is_name, is_salutation, name_in, parts_of, without_salutation


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Muster GmbH, Amtsgericht Bremen HRB 33107 HB", "Muster GmbH"),
        ("Cedar & Bolt, Inc.", "Cedar & Bolt, Inc."),
        ("Maison Vauquelin \u2013 EURL au capital de 8 000 \u20ac", "Maison Vauquelin"),
        ("Jo Reed, 4 Oak Street", "Jo Reed"),
        ("Muster GmbH (info@muster.example)", "Muster GmbH"),
        ("Germany", ""),
    ],
)
def test_a_name_ends_where_the_address_begins(line: str, name: str) -> None:
    assert name_in(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "Vaigai Residency is a unit of Sangam Ventures",
        "Acme logo",
        "GmbH",
        "10115 Berlin",
        "info@muster.example",
        "www.muster.example",
        "Herr",
        "Questions about this invoice?",
        "4711 0815",
    ],
)
def test_sentences_pictures_addresses_and_bare_forms_are_not_names(line: str) -> None:
    assert not is_name(line)


@given(st.text(max_size=60))
def test_the_name_in_any_line_is_part_of_it(line: str) -> None:
    assert name_in(line) in line


@pytest.mark.parametrize("line", ["c/o Aili Tenhunen", "Z.HD. FR. MAYRHUBER", "Attn: Jo Reed", "t.a.v. Inkoop"])
def test_a_person_in_the_company_follows_its_name(line: str) -> None:
    assert is_care_of(line)


def test_a_salutation_is_taken_off_a_name() -> None:
    assert is_salutation("Firma")
    assert without_salutation("Attn: Jo Reed") == "Jo Reed"
    assert without_salutation("Jo Reed") == "Jo Reed"


def test_bars_bullets_and_wide_gaps_divide_a_line() -> None:
    assert parts_of("Muster GmbH · Hauptstr. 5 | 10115 Berlin  Germany") == [
        "Muster GmbH", "Hauptstr. 5", "10115 Berlin", "Germany"
    ]  # fmt: skip
