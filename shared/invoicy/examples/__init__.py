"""The example of a rule: a small change to a sound invoice that breaks it."""

from invoicy.examples import found, told
from invoicy.examples.plain import Example
from invoicy.rules.rule import Rule

__all__ = ["Example", "of"]


def of(rule: Rule) -> Example | None:
    """An invoice that breaks the rule beside one that keeps it; None for a rule that always holds."""
    return told.of(rule) if rule.id in told.rules() else found.of(rule)
