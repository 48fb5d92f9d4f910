"""VAT identifiers and other tax numbers."""

import pytest

from invoicy.pages.parsers.vat_ids import is_valid_vat_id, is_vat_id, vat_id_at, vat_ids_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("USt-IdNr. DE 811 569 869", "DE811569869"),
        ("TVA FR 83 404 833 048", "FR83404833048"),
        ("BTW NL810433941B01", "NL810433941B01"),
        ("GSTIN 27AAPFU0939F1ZV", "27AAPFU0939F1ZV"),
    ],
)
def test_an_identifier_has_the_form_of_its_country(text: str, value: str) -> None:
    (identifier,) = vat_ids_in(text)
    assert identifier.value == value


@pytest.mark.parametrize(
    "text", [": 526-000-12-46", " NO 995 525 828 MVA", " 12892312-2-42", " CHE-116.281.710 MWST", ": B-52344009"]
)
def test_a_number_after_a_label_may_be_of_any_country(text: str) -> None:
    identifier = vat_id_at(text)
    assert identifier is not None
    assert text[identifier.start : identifier.end].replace(" ", "") == identifier.value


@pytest.mark.parametrize("text", [" pending", ": 20 %", "", " 12"])
def test_other_texts_after_a_label_are_not_numbers(text: str) -> None:
    assert vat_id_at(text) is None


def test_a_number_in_the_form_of_a_country_may_have_more_letters_than_digits() -> None:
    identifier = vat_id_at(": 27AAPCN5895K1ZG")
    assert identifier
    assert identifier.is_valid


@pytest.mark.parametrize("value", ["DE811569869", "NO995525828MVA", "27AAPFU0939F1ZV", "EL094259216"])
def test_right_check_digits_are_valid(value: str) -> None:
    assert is_valid_vat_id(value)


@pytest.mark.parametrize("value", ["DE811569868", "12345678", "XX123456789", ""])
def test_wrong_check_digits_and_unknown_countries_are_not_valid(value: str) -> None:
    assert not is_valid_vat_id(value)


def test_an_iban_has_no_form_of_a_vat_identifier() -> None:
    assert is_vat_id("NL810433941B01")
    assert not is_vat_id("DE89370400440532013000")
