"""Peppol's rules of Iceland on fragments of UBL."""

import pytest

from tests.rules.peppol.national import Fragment, between, legal

FRAGMENTS = (
    Fragment("IS-R-001", between("IS", "IS", "<cbc:CreditNoteTypeCode>83</cbc:CreditNoteTypeCode>"), root="CreditNote"),
    Fragment("IS-R-002", between("IS", "DE", of_seller=legal("1", "0088"))),
    Fragment("IS-R-004", between("IS", "DE"), is_broken=False),
)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda fragment: fragment.rule)
def test_a_fragment_breaks_the_rule_or_keeps_it(fragment: Fragment) -> None:
    assert fragment.is_as_expected()
