"""Invoicy's own rules, which a bookkeeper would check: check digits, dates, rates, duplicates, the addressee."""

from invoicy.rules.plausibility import addressee, amounts, dates, identifiers
from invoicy.rules.rule import Rule

RULES: tuple[Rule, ...] = (*identifiers.RULES, *dates.RULES, *amounts.RULES, *addressee.RULES)
AROUND: tuple[Rule, ...] = tuple(made for made in RULES if made.id in {"INVOICY-DATE-IN-FUTURE", "INVOICY-ADDRESSEE"})
