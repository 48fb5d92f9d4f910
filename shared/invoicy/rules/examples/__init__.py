"""The example of a rule: a small change to a sound invoice that breaks it."""

from invoicy.rules.examples import recorded, searched
from invoicy.rules.examples.compared import Example, compared
from invoicy.rules.examples.plain import ExamplePair
from invoicy.rules.rule import Rule

__all__ = ["Example", "of", "pair"]


def pair(rule: Rule) -> ExamplePair | None:
    """Return an invoice that breaks the rule and one that keeps it; None for a rule that always holds."""
    return recorded.pair(rule) if rule.id in recorded.rules() else searched.pair(rule)


def of(rule: Rule) -> Example | None:
    """Return both invoices side by side; None for a rule that always holds."""
    both = pair(rule)
    return None if both is None else compared(rule, both)
