"""The rules of each profile, and the profile that an invoice names."""

from functools import cache

from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.rules.rule import Rule

_OF_SPECIFICATION = (
    ("urn:fdc:peppol.eu:2017:poacc:billing:3.0", Profile.PEPPOL),
    ("urn:xeinkauf.de:kosit:xrechnung", Profile.XRECHNUNG),
    ("urn:xoev-de:kosit:standard:xrechnung", Profile.XRECHNUNG),
    ("factur-x.eu:1p0:minimum", Profile.FACTURX_MINIMUM),
    ("factur-x.eu:1p0:basicwl", Profile.FACTURX_BASICWL),
    ("factur-x.eu:1p0:basic", Profile.FACTURX_BASIC),
    ("factur-x.eu:1p0:extended", Profile.FACTURX_EXTENDED),
    ("zugferd.de:2p0:minimum", Profile.FACTURX_MINIMUM),
    ("zugferd.de:2p0:basicwl", Profile.FACTURX_BASICWL),
    ("zugferd.de:2p0:basic", Profile.FACTURX_BASIC),
    ("zugferd.de:2p0:extended", Profile.FACTURX_EXTENDED),
    ("urn:ferd:crossindustrydocument:invoice:1p0:basic", Profile.FACTURX_BASIC),
    ("urn:ferd:crossindustrydocument:invoice:1p0:extended", Profile.FACTURX_EXTENDED),
)


def resolve(profile: Profile, invoice: Invoice) -> Profile:
    """Return the profile, or for AUTO the one named by BT-24, or EN 16931 if BT-24 names no known profile."""
    if profile is not Profile.AUTO:
        return profile
    named = ((invoice.process.specification_identifier if invoice.process else None) or "").lower()
    return next((known for part, known in _OF_SPECIFICATION if part in named), Profile.EN16931)


@cache
def rules_of(profile: Profile) -> tuple[Rule, ...]:
    """The official rules of a profile, as they are reported. Modules load with the first check that needs them."""
    from invoicy.rules import en16931

    if profile is Profile.PEPPOL:
        from invoicy.rules import peppol

        return en16931.RULES + peppol.RULES
    if profile is Profile.XRECHNUNG:
        from invoicy.rules import xrechnung

        return en16931.RULES + xrechnung.RULES
    if profile.has_own_schema:
        from invoicy.rules import facturx

        return facturx.rules_of(profile, en16931.RULES)
    return en16931.RULES
