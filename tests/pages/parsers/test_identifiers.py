"""Tax ids and IBANs."""

import pytest

from invoicy.pages.parsers.identifiers import ibans_in, vat_id_at, vat_ids_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("USt-IdNr. DE 811 569 869", "DE811569869"),
        ("TVA FR 83 404 833 048", "FR83404833048"),
        ("BTW NL810433941B01", "NL810433941B01"),
        ("GSTIN 27AAPFU0939F1ZV", "27AAPFU0939F1ZV"),
    ],
)
def test_ids_are_known_by_their_form(text: str, value: str) -> None:
    (found,) = vat_ids_in(text)
    assert found.value == value


@pytest.mark.parametrize(
    "text", [": 526-000-12-46", " NO 995 525 828 MVA", " 12892312-2-42", " CHE-116.281.710 MWST", ": B-52344009"]
)
def test_after_a_label_ids_of_any_country_are_taken(text: str) -> None:
    found = vat_id_at(text)
    assert found is not None
    assert text[found.start : found.end].replace(" ", "") == found.value


@pytest.mark.parametrize("text", [" pending", ": 20 %", "", " 12"])
def test_what_is_no_id_is_none(text: str) -> None:
    assert vat_id_at(text) is None


def test_an_iban_ends_where_its_check_digits_say() -> None:
    (found,) = ibans_in("IBAN DE89 3704 0044 0532 0130 00 BIC COBADEFF")
    assert (found.value, found.sure) == ("DE89370400440532013000", True)


def test_a_vat_id_is_no_iban() -> None:
    assert [found for found in ibans_in("NL810433941B01") if found.sure] == []


def test_an_id_of_a_known_form_may_have_more_letters_than_digits() -> None:
    found = vat_id_at(": 27AAPCN5895K1ZG")
    assert found
    assert found.sure
