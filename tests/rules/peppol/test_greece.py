"""Peppol's rules of Greece on fragments of UBL."""

import pytest

from tests.rules.peppol.national import Fragment, between, vat

FRAGMENTS = (
    Fragment("GR-R-002", between("DE", "DE", of_seller=vat("EL123456783"))),
    Fragment("GR-R-005", between("GR", "DE"), root="CreditNote"),
    Fragment("GR-R-002", "", is_broken=False),
)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda fragment: fragment.rule)
def test_a_fragment_breaks_the_rule_or_keeps_it(fragment: Fragment) -> None:
    assert fragment.is_as_expected()
