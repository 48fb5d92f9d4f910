"""Peppol's rules of Norway on fragments of UBL."""

import pytest

from tests.rules.peppol.national import Fragment, between, vat

FRAGMENTS = (
    Fragment("NO-R-001", between("SE", "SE", of_seller=vat("NO123456789MVA")), root="CreditNote"),
    Fragment("NO-R-002", between("NO", "NO")),
    Fragment("NO-R-001", between("NO", "NO", of_seller=vat("SE123456789001")), is_broken=False),
)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda fragment: fragment.rule)
def test_a_fragment_breaks_the_rule_or_keeps_it(fragment: Fragment) -> None:
    assert fragment.is_as_expected()
