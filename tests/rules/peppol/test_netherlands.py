"""Peppol's rules of the Netherlands on fragments of UBL."""

import pytest

from tests.rules.peppol.national import Fragment, between, due, legal, means

FRAGMENTS = (
    Fragment(
        "NL-R-001", between("NL", "DE", "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>"), root="CreditNote"
    ),
    Fragment("NL-R-003", between("NL", "DE", of_seller=legal("12345678", "0088"))),
    Fragment("NL-R-007", between("NL", "DE", due("1"))),
    Fragment("NL-R-007", between("NL", "DE", due("-1")), root="CreditNote"),
    Fragment("NL-R-008", between("NL", "NL", means("31"))),
    Fragment("NL-R-007", between("NL", "DE", due("1")), root="CreditNote", is_broken=False),
    Fragment("NL-R-008", between("NL", "DE", means("31")), is_broken=False),
)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda fragment: fragment.rule)
def test_a_fragment_breaks_the_rule_or_keeps_it(fragment: Fragment) -> None:
    assert fragment.is_as_expected()
