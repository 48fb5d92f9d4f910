"""Code lists and the names of countries."""

import pytest

from invoicy.model.code_lists import codes, country_name, country_of


def test_the_first_line_of_a_list_is_not_a_code() -> None:
    assert codes("vat_category") >= {"S", "Z", "E", "AE", "K", "G", "O"}
    assert all(len(code) <= 2 for code in codes("vat_category"))


def test_credit_notes_of_factoring_are_credit_notes() -> None:
    assert {"381", "502", "503"} <= codes("credit_note_type")


def test_a_syntax_may_have_a_list_of_its_own() -> None:
    assert codes("country", "cii") != codes("country", "ubl") == codes("country")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        codes("colours")


@pytest.mark.parametrize(
    ("name", "code"), [("Germany", "DE"), ("ALLEMAGNE", "DE"), (" Deutschland ", "DE"), ("Atlantis", "")]
)
def test_a_country_has_names_in_many_languages(name: str, code: str) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(("code", "name"), [("DE", "Germany (DE)"), ("EL", "Greece (EL)"), ("XX", "XX")])
def test_a_code_is_written_with_its_english_name(code: str, name: str) -> None:
    assert country_name(code) == name
