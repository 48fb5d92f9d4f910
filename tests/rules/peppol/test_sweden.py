"""Peppol's rules of Sweden on fragments of UBL."""

import pytest

from tests.rules.peppol.national import Fragment, between, legal, means

FRAGMENTS = (
    Fragment("SE-R-003", between("SE", "DE", of_seller=legal("", "0007"))),
    Fragment("SE-R-012", between("SE", "SE", means("31")), root="CreditNote"),
    Fragment("SE-R-012", between("SE", "NO", means("31")), is_broken=False),
)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda fragment: fragment.rule)
def test_a_fragment_breaks_the_rule_or_keeps_it(fragment: Fragment) -> None:
    assert fragment.is_as_expected()
