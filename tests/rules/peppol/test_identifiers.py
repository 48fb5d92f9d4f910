"""Formats and check digits of identifiers, by scheme."""

import pytest

from invoicy.rules.germany import is_iban
from invoicy.rules.peppol import identifiers as ids
from invoicy.rules.peppol.greece import is_greek_tax_number
from tests.rules.peppol.national import Fragment, between, vat

VALID = {
    ids.is_gln: ("4012345000009", "7300010000001"),
    ids.is_norwegian_organisation: ("974760673", "995525828"),
    ids.is_danish_cvr: ("DK12345678", "12345678"),
    ids.is_belgian_enterprise: ("0202239951",),
    ids.is_italian_office: ("UFK2EY", "abc123"),
    ids.is_italian_tax_code: ("RSSMRA85T10A562S", "12345678901"),
    ids.is_italian_vat: ("IT00743110157", "DE1"),
    ids.is_swedish_organisation: ("5560360793",),
    ids.is_australian_business: ("51824753556",),
    ids.is_danish_production_unit: ("1234567890",),
    ids.is_danish_tax_unit: ("DK12345678",),
    ids.is_dutch_company: ("12345678",),
    ids.has_twenty_digits: ("12345678901234567890",),
    ids.is_dutch_vat: ("NL123456789B12",),
    is_greek_tax_number: ("094259216",),
    is_iban: ("DE89370400440532013000", "GB82 WEST 1234 5698 7654 32"),
}
INVALID = {
    ids.is_gln: ("4012345000008", "", "40123X"),
    ids.is_norwegian_organisation: ("974760674", "97476067", "000000000", "٩٧٤٧٦٠٦٧٣"),
    ids.is_danish_cvr: ("DK1234567", "SE12345678", ""),
    ids.is_belgian_enterprise: ("0202239952", "202239951"),
    ids.is_italian_office: ("UFK2E", "UFK2E!"),
    ids.is_italian_tax_code: ("RSSMRA85T10A5622", "1234567890", "1234567890X"),
    ids.is_italian_vat: ("IT00743110158", "IT0074311015"),
    ids.is_swedish_organisation: ("5560360794", "556036-0793"),
    ids.is_australian_business: ("51824753557", "5182475355"),
    ids.is_danish_production_unit: ("123456789", "123456789X"),
    ids.is_danish_tax_unit: ("12345678", "DK1234567"),
    ids.is_dutch_company: ("1234567", "1234567A"),
    ids.has_twenty_digits: ("1234567890123456789",),
    ids.is_dutch_vat: ("NL123456789B1", "NL123456789012"),
    is_greek_tax_number: ("094259217", "09425921", ""),
    is_iban: ("DE89370400440532013001", "", "DE"),
}


@pytest.mark.parametrize("check", VALID, ids=lambda check: check.__name__)
def test_valid_identifiers_pass_and_invalid_ones_do_not(check: object) -> None:
    assert callable(check)
    assert [value for value in VALID[check] if not check(value)] == []
    assert [value for value in INVALID[check] if check(value)] == []


def test_a_dutch_vat_identifier_between_dutch_parties_is_checked_in_an_xml() -> None:
    assert Fragment("PEPPOL-COMMON-R056-2", between("NL", "NL", of_buyer=vat("NL1"))).is_as_expected()
