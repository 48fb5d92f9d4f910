"""The rules an invoice is held to. A new rule is one function and one entry in its module's RULES."""

from invoicy.facts import Facts
from invoicy.model import Invoice
from invoicy.profiles import Profile
from invoicy.reading import Finding
from invoicy.rules.case import Around, Case
from invoicy.rules.profile import resolve, rules_of

__all__ = ["Around", "check", "resolve", "rules_of"]

_NOTHING = Facts()
_NOWHERE = Around()


def check(
    invoice: Invoice,
    profile: Profile = Profile.AUTO,
    *,
    syntax: str = "",
    facts: Facts = _NOTHING,
    around: Around = _NOWHERE,
) -> tuple[Finding, ...]:
    """What the rules of the profile find; nothing where the invoice keeps them all.

    syntax: the one the invoice was read from, empty for a page: the official rules of UBL and CII differ in places.
    facts: what that syntax says beyond the model. around: the day of the check and who we are, where that is known.
    """
    case = Case(invoice, syntax, facts, around)
    return tuple(finding for rule in rules_of(resolve(profile, invoice)) for finding in rule.findings(case))
