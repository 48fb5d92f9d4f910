"""Peppol's rules of the Netherlands on fragments of UBL."""

import pytest

from tests.rules.peppol.national import between, due, fires, legal, means

BROKEN = (
    ("NL-R-001", "CreditNote", between("NL", "DE", "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>")),
    ("NL-R-003", "Invoice", between("NL", "DE", of_seller=legal("12345678", "0088"))),
    ("NL-R-007", "Invoice", between("NL", "DE", due("1"))),
    ("NL-R-007", "CreditNote", between("NL", "DE", due("-1"))),
    ("NL-R-008", "Invoice", between("NL", "NL", means("31"))),
)
KEPT = (
    ("NL-R-007", "CreditNote", between("NL", "DE", due("1"))),
    ("NL-R-008", "Invoice", between("NL", "DE", means("31"))),
)


@pytest.mark.parametrize(("rule", "kind", "content"), BROKEN)
def test_a_fragment_breaks_the_rule(rule: str, kind: str, content: str) -> None:
    assert fires(rule, content, kind)


@pytest.mark.parametrize(("rule", "kind", "content"), KEPT)
def test_a_fragment_keeps_the_rule_or_is_exempt(rule: str, kind: str, content: str) -> None:
    assert not fires(rule, content, kind)
