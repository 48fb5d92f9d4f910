"""Peppol's rules of Germany on fragments of UBL."""

import pytest

from tests.rules.peppol.national import Fragment, between

FRAGMENTS = (
    Fragment("DE-R-001", between("DE", "DE"), root="CreditNote"),
    Fragment("DE-R-001", between("DE", "AT"), is_broken=False),
)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda fragment: fragment.rule)
def test_a_fragment_breaks_the_rule_or_keeps_it(fragment: Fragment) -> None:
    assert fragment.is_as_expected()
