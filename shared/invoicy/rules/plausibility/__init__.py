"""Invoicy's own rules, which a bookkeeper would check: check digits, dates, rates, duplicates, the addressee."""

from invoicy.rules.plausibility import addressee, amounts, dates, identifiers
from invoicy.rules.rule import Rule

RULES: tuple[Rule, ...] = (*identifiers.RULES, *dates.RULES, *amounts.RULES, *addressee.RULES)
_NEED_THE_CHECK = frozenset({"INVOICY-DATE-IN-FUTURE", "INVOICY-ADDRESSEE"})
CHECK_ONLY: tuple[Rule, ...] = tuple(rule for rule in RULES if rule.id in _NEED_THE_CHECK)
