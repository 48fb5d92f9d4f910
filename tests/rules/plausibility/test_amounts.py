"""Repeated line identifiers, and amounts that are far too large."""

import pytest

from tests.rules.changed_invoice import places

LINE = {"identifier": "1", "net_amount": "1.00"}


def test_every_repeated_line_identifier_is_named() -> None:
    lines = [LINE, {**LINE, "identifier": "2"}, LINE]
    assert places("INVOICY-DUPLICATE-LINE", {"/lines": lines}) == ["/lines/0/identifier", "/lines/2/identifier"]


@pytest.mark.parametrize(("currency", "is_absurd"), [("EUR", True), ("IDR", False)])
def test_an_amount_is_too_large_for_its_currency(currency: str, *, is_absurd: bool) -> None:
    changes: dict[str, object] = {"/currency_code": currency, "/totals/with_vat": "10000000000"}
    assert bool(places("INVOICY-ABSURD-AMOUNT", changes)) is is_absurd
