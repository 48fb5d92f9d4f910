"""EPC069-12."""

from decimal import Decimal

import pytest

from invoicy.pages.barcodes.registry import statement_of
from tests.pages.barcodes.payload import EPC, code, stated


def test_a_transfer_is_an_account_an_amount_due_and_a_likely_seller() -> None:
    statement = stated(EPC)
    assert statement.binding.totals is not None
    assert statement.binding.totals.due == Decimal("1190.00")
    assert statement.binding.totals.with_vat is None
    assert statement.binding.payment is not None
    assert statement.binding.payment.remittance_information == "Rechnung RE-2026-118"
    (account,) = statement.binding.payment.accounts
    assert (account.identifier, account.name) == ("DE89370400440532013000", "Nordlicht Beratung GmbH")
    assert account.service_provider_identifier == "COBADEFFXXX"
    assert statement.binding.seller is None
    assert statement.hints.seller is not None
    assert statement.hints.seller.name == "Nordlicht Beratung GmbH"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_any_line_end_will_do(end: str) -> None:
    assert stated(EPC.replace("\n", end)) == stated(EPC)


def test_the_named_character_set_counts_where_the_bytes_are_not_utf8() -> None:
    payload = "BCD\n001\n2\nSCT\n\nCafé Müller\nDE89370400440532013000\nEUR9\n"
    guess = payload.encode("latin-1").decode("cp437")
    payment = stated(guess, payload.encode("latin-1")).binding.payment
    assert payment is not None
    (account,) = payment.accounts
    assert account.name == "Café Müller"


def test_version_2_may_leave_out_the_bic_and_all_that_follows_the_account() -> None:
    statement = stated("BCD\n002\n1\nSCT\n\nA\nDE89 3704 0044 0532 0130 00")
    assert statement.binding.totals is None
    assert statement.binding.payment is not None


def test_an_account_with_wrong_check_digits_is_ignored() -> None:
    assert statement_of(code(EPC.replace("DE89", "DE88"))) is None
