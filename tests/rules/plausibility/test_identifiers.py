"""Check digits of VAT identifiers and IBANs."""

import pytest

from invoicy.rules.plausibility.identifiers import is_vat_identifier
from tests.rules.changed_invoice import places


@pytest.mark.parametrize(
    ("identifier", "is_valid"),
    [("DE136695976", True), ("DE136695978", False), ("NL4495445B01", True), ("EL094259216", True), ("US123", True)],
)
def test_vat_identifiers_of_the_eu_have_check_digits(identifier: str, *, is_valid: bool) -> None:
    assert is_vat_identifier(identifier) is is_valid
    wrong = [] if is_valid else ["/seller/vat_identifier"]
    assert places("INVOICY-VAT-ID", {"/seller/vat_identifier": identifier}) == wrong


@pytest.mark.parametrize(
    ("account", "is_valid"), [("DE89 3704 0044 0532 0130 00", True), ("DE89370400440532013001", False), ("12345", True)]
)
def test_an_account_that_looks_like_an_iban_has_check_digits(account: str, *, is_valid: bool) -> None:
    assert bool(places("INVOICY-IBAN", {"/payment/accounts/0/identifier": account})) is not is_valid
