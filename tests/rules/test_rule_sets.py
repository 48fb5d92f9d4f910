"""The rules of each profile, and the profile that an invoice names."""

import pytest

from invoicy.model import Invoice, ProcessControl
from invoicy.model.profiles import Profile
from invoicy.rules import resolve, rules_of

CEN = "urn:cen.eu:en16931:2017"
PROFILES = [profile for profile in Profile if profile is not Profile.AUTO]


@pytest.mark.parametrize(
    ("specification", "profile"),
    [
        (None, Profile.EN16931),
        ("urn:example:unknown", Profile.EN16931),
        (CEN, Profile.EN16931),
        (f"{CEN}#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0", Profile.PEPPOL),
        (f"{CEN}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0", Profile.XRECHNUNG),
        (f"{CEN}#COMPLIANT#URN:XOEV-DE:KOSIT:STANDARD:XRECHNUNG_2.3", Profile.XRECHNUNG),
        ("urn:factur-x.eu:1p0:minimum", Profile.FACTURX_MINIMUM),
        ("urn:factur-x.eu:1p0:basicwl", Profile.FACTURX_BASICWL),
        (f"{CEN}#compliant#urn:factur-x.eu:1p0:basic", Profile.FACTURX_BASIC),
        (f"{CEN}#conformant#urn:factur-x.eu:1p0:extended", Profile.FACTURX_EXTENDED),
    ],
)
def test_the_invoice_names_its_profile(specification: str | None, profile: Profile) -> None:
    invoice = Invoice(process=ProcessControl(specification_identifier=specification))
    assert resolve(Profile.AUTO, invoice) is profile
    assert resolve(Profile.EN16931, invoice) is Profile.EN16931


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_has_rules_and_none_of_them_twice(profile: Profile) -> None:
    ids = [rule.id for rule in rules_of(profile)]
    assert ids
    assert len(ids) == len(set(ids))


def test_peppol_and_xrechnung_build_on_en_16931() -> None:
    base = {rule.id for rule in rules_of(Profile.EN16931)}
    assert base < {rule.id for rule in rules_of(Profile.PEPPOL)}
    assert base < {rule.id for rule in rules_of(Profile.XRECHNUNG)}


def test_a_minimum_invoice_needs_no_lines() -> None:
    assert "BR-16" not in {rule.id for rule in rules_of(Profile.FACTURX_MINIMUM)}
    assert "BR-16" in {rule.id for rule in rules_of(Profile.EN16931)}
