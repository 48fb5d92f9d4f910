"""A valid invoice with some of its values changed, and the test whether it breaks a rule."""

import json

import msgspec
from msgspec import Struct

from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.rules import plausibility, rules_of
from invoicy.rules.examples.plain import CHECK_CONTEXT, put, sound
from invoicy.rules.invoice_context import InvoiceContext

RULES = {
    rule.id: rule
    for profile in Profile
    if profile is not Profile.AUTO
    for rule in (*rules_of(profile), *plausibility.RULES)
}
Changes = dict[str, object]


class Pair(Struct, frozen=True):
    """Changes by JSON Pointer that break a rule, and changes that keep it. None deletes a value."""

    rule: str
    broken: Changes
    kept: Changes = {}


def changed(changes: Changes) -> Invoice:
    """Return data/example.json with the changes made in their order."""
    values = json.loads(sound())
    for pointer, value in changes.items():
        put(values, pointer, value)
    return msgspec.convert(values, Invoice)


def places(rule: str, changes: Changes, syntax: str = "") -> list[str]:
    """Return the JSON Pointers of the places where the changed invoice breaks a rule."""
    context = InvoiceContext(changed(changes), syntax, check_context=CHECK_CONTEXT)
    return [violation.path for violation in RULES[rule].check(context)]


def holds(pair: Pair) -> bool:
    """Test that the broken invoice breaks the rule and the kept one keeps it."""
    return bool(places(pair.rule, pair.broken)) and not places(pair.rule, pair.kept)
