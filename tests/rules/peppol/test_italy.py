"""Peppol's rules of Italy on fragments of UBL."""

import pytest

from tests.rules.peppol.national import Fragment, between, vat

FRAGMENTS = (
    Fragment("IT-R-001", between("DE", "DE", of_seller=vat("IT00743110157") + vat("short", "TAX"))),
    Fragment("IT-R-002", between("IT", "DE"), root="CreditNote"),
    Fragment("IT-R-001", between("IT", "DE", of_seller=vat("DE123456789") + vat("short", "TAX")), is_broken=False),
    Fragment("IT-R-002", between("IT", "DE", of_seller=vat("DE123456789")), is_broken=False),
)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda fragment: fragment.rule)
def test_a_fragment_breaks_the_rule_or_keeps_it(fragment: Fragment) -> None:
    assert fragment.is_as_expected()
