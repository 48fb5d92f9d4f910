"""The lines of an address are told apart."""

import pytest

from invoicy.pages.parsers.names import has_street_word, is_care_of, is_name, legal_form_end, name_in


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Muster GmbH, Amtsgericht Bremen HRB 33107 HB", "Muster GmbH"),
        ("Cedar & Bolt, Inc.", "Cedar & Bolt, Inc."),
        ("Maison Vauquelin \u2013 EURL au capital de 8 000 \u20ac", "Maison Vauquelin"),
    ],
)
def test_a_name_ends_with_its_legal_form(line: str, name: str) -> None:
    assert name_in(line) == name


@pytest.mark.parametrize("line", ["Waterford Road, Ballyhale, Co. Kilkenny", "Kerkweg 3, 3511 AB Utrecht"])
def test_counties_and_post_codes_are_no_legal_forms(line: str) -> None:
    assert legal_form_end(line) == 0


@pytest.mark.parametrize("line", ["c/o Aili Tenhunen", "Z.HD. FR. MAYRHUBER", "Attn: Jo Reed", "t.a.v. Inkoop"])
def test_who_in_the_house_is_meant_is_told_from_the_house(line: str) -> None:
    assert is_care_of(line)


@pytest.mark.parametrize("line", ["Vaigai Residency is a unit of Sangam Ventures", "Acme logo", "GmbH"])
def test_sentences_pictures_and_bare_forms_are_no_names(line: str) -> None:
    assert not is_name(line)


@pytest.mark.parametrize("line", ["ZA du Pr\u00e9 Rond", "PLAZA DEL CARMEN, 6", "Kyrkogatan 4"])
def test_streets_are_known_by_their_words(line: str) -> None:
    assert has_street_word(line)
