"""Peppol's rules of Denmark on fragments of UBL."""

import pytest

from tests.rules.peppol.national import allowance, between, due, fires, legal, means

BROKEN = (
    ("DK-R-004", "Invoice", between("DK", "DK", allowance("#tax"))),
    (
        "DK-R-005",
        "Invoice",
        between("DK", "DK", "<cac:PaymentMeans><cbc:PaymentID>1</cbc:PaymentID></cac:PaymentMeans>"),
    ),
    ("DK-R-008", "Invoice", between("DK", "DK", means("50", "123456A", "01#"))),
    ("DK-R-014", "CreditNote", between("DK", "SE", of_seller=legal("12345678", "0088"))),
    ("DK-R-016", "CreditNote", between("DK", "DK", due("-1"))),
    ("DK-R-017", "Invoice", between("DK", "DK", of_buyer=legal("12345678", "0088"))),
)
KEPT = (
    ("DK-R-004", "Invoice", between("DK", "DK", allowance("tax#1"))),
    ("DK-R-004", "Invoice", between("DK", "SE", allowance("tax"))),
    ("DK-R-005", "CreditNote", between("DK", "DK", means("30"))),
    ("DK-R-008", "Invoice", between("DK", "DK", means("50", "12345678", "01#"))),
    ("DK-R-016", "Invoice", between("DK", "DK", due("-1"))),
    ("DK-R-017", "Invoice", between("SE", "DK", of_buyer=legal("12345678", "0088"))),
)


@pytest.mark.parametrize(("rule", "kind", "content"), BROKEN)
def test_a_fragment_breaks_the_rule(rule: str, kind: str, content: str) -> None:
    assert fires(rule, content, kind)


@pytest.mark.parametrize(("rule", "kind", "content"), KEPT)
def test_a_fragment_keeps_the_rule_or_is_exempt(rule: str, kind: str, content: str) -> None:
    assert not fires(rule, content, kind)
