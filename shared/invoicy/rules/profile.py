"""Which rules belong to which profile, and which profile an invoice names itself."""

from invoicy.model import Invoice
from invoicy.profiles import Profile
from invoicy.rules.rule import Rule


def resolve(profile: Profile, invoice: Invoice) -> Profile:
    """The profile itself, or for AUTO the one that BT-24 names."""
    if profile is not Profile.AUTO:
        return profile
    return Profile.EN16931


def rules_of(profile: Profile) -> tuple[Rule, ...]:
    """The rules of a profile, in the order they are reported."""
    from invoicy.rules import en16931  # the rule modules load with the first check

    return en16931.RULES
