"""Peppol's rules of Sweden on fragments of UBL."""

import pytest

from tests.rules.peppol.national import between, fires, legal, means

BROKEN = (
    ("SE-R-003", "Invoice", between("SE", "DE", of_seller=legal("", "0007"))),
    ("SE-R-012", "CreditNote", between("SE", "SE", means("31"))),
)
KEPT = (("SE-R-012", "Invoice", between("SE", "NO", means("31"))),)


@pytest.mark.parametrize(("rule", "kind", "content"), BROKEN)
def test_a_fragment_breaks_the_rule(rule: str, kind: str, content: str) -> None:
    assert fires(rule, content, kind)


@pytest.mark.parametrize(("rule", "kind", "content"), KEPT)
def test_a_fragment_keeps_the_rule_or_is_exempt(rule: str, kind: str, content: str) -> None:
    assert not fires(rule, content, kind)
