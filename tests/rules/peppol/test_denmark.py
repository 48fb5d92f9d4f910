"""Peppol's rules of Denmark on fragments of UBL."""

import pytest

from tests.rules.peppol.national import Fragment, allowance, between, due, legal, means

FRAGMENTS = (
    Fragment("DK-R-004", between("DK", "DK", allowance("#tax"))),
    Fragment("DK-R-005", between("DK", "DK", "<cac:PaymentMeans><cbc:PaymentID>1</cbc:PaymentID></cac:PaymentMeans>")),
    Fragment("DK-R-008", between("DK", "DK", means("50", "123456A", "01#"))),
    Fragment("DK-R-014", between("DK", "SE", of_seller=legal("12345678", "0088")), root="CreditNote"),
    Fragment("DK-R-016", between("DK", "DK", due("-1")), root="CreditNote"),
    Fragment("DK-R-017", between("DK", "DK", of_buyer=legal("12345678", "0088"))),
    Fragment("DK-R-004", between("DK", "DK", allowance("tax#1")), is_broken=False),
    Fragment("DK-R-004", between("DK", "SE", allowance("tax")), is_broken=False),
    Fragment("DK-R-005", between("DK", "DK", means("30")), root="CreditNote", is_broken=False),
    Fragment("DK-R-008", between("DK", "DK", means("50", "12345678", "01#")), is_broken=False),
    Fragment("DK-R-016", between("DK", "DK", due("-1")), is_broken=False),
    Fragment("DK-R-017", between("SE", "DK", of_buyer=legal("12345678", "0088")), is_broken=False),
)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda fragment: fragment.rule)
def test_a_fragment_breaks_the_rule_or_keeps_it(fragment: Fragment) -> None:
    assert fragment.is_as_expected()
