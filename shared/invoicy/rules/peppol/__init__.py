"""Peppol BIS Billing 3: the rules it adds to EN 16931, and those of its member countries."""

from invoicy.rules.peppol import (
    amounts,
    code_lists,
    denmark,
    document,
    germany,
    greece,
    iceland,
    identifiers,
    italy,
    netherlands,
    norway,
    sweden,
)
from invoicy.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *document.RULES,
    *amounts.RULES,
    *identifiers.RULES,
    *code_lists.RULES,
    *germany.RULES,
    *denmark.RULES,
    *greece.RULES,
    *iceland.RULES,
    *italy.RULES,
    *netherlands.RULES,
    *norway.RULES,
    *sweden.RULES,
)
