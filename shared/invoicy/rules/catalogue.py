"""Every rule there is, for `invoicy rules` and the page of rules: its sentence, its rule sets, its example."""

import difflib
import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from invoicy import data
from invoicy.formats.syntax_rules import listed
from invoicy.model.profiles import Profile
from invoicy.rules import examples, plausibility, rules_of
from invoicy.rules.rule import Rule
from invoicy.wording.names import listed as listed_terms

_TERM = re.compile(r"B[TG]-[\dA-Z-]+")
_PROFILES = tuple(profile for profile in Profile if profile is not Profile.AUTO)
_OF_SYNTAX = (
    ("ubl", (Profile.EN16931, Profile.PEPPOL, Profile.XRECHNUNG)),
    ("cii", (Profile.EN16931, Profile.XRECHNUNG)),
)
_OF_PROFILE = (
    ("ubl-peppol", Profile.PEPPOL),
    ("ubl-xrechnung", Profile.XRECHNUNG),
    ("cii-xrechnung", Profile.XRECHNUNG),
    ("cii-facturx-extended", Profile.FACTURX_EXTENDED),
)


class RuleEntry(Struct, frozen=True):
    """One rule. profiles: the rule sets that hold it; none for a check that is made while a document is read.

    severity: of its findings, the gravest one where they differ. milder: the other severities.
    """

    id: str
    severity: str
    terms: tuple[str, ...]
    sentence: str
    profiles: tuple[str, ...]
    milder: tuple[str, ...] = ()

    @property
    def severities(self) -> str:
        """The severities of its findings: "fatal or warning"."""
        return " or ".join((self.severity, *self.milder))

    @property
    def applies_to(self) -> str:
        """The rule sets by name: "EN 16931, Peppol BIS Billing 3"."""
        return ", ".join(Profile(profile).full_name for profile in self.profiles) or "every document"

    @property
    def named_terms(self) -> str:
        """The business terms by name: "total with VAT (BT-112)"."""
        return listed_terms(self.terms)


@cache
def entries() -> tuple[RuleEntry, ...]:
    """All rules: those about the invoice, profile by profile, those about an XML syntax, and checks while reading."""
    found: dict[str, RuleEntry] = {}
    for made, profiles in _about_invoices().values():
        names = tuple(profile.value for profile in profiles)
        found[made.id] = RuleEntry(made.id, made.severity.value, made.terms, made.sentence, names)
    for table, asking in (*_OF_SYNTAX, *((table, (profile,)) for table, profile in _OF_PROFILE)):
        names = tuple(profile.value for profile in asking)
        for finding in listed(table):
            entry = RuleEntry(finding.rule, finding.severity.value, finding.terms, finding.message, names)
            found.setdefault(finding.rule, entry)
    return (*found.values(), *_own_checks())


def _own_checks() -> Iterator[RuleEntry]:
    for rule, severities, terms, sentence in data.rows("own_checks.tsv"):
        severity, *milder = severities.split()
        yield RuleEntry(rule, severity, tuple(terms.split()), sentence, (), tuple(milder))


@cache
def _about_invoices() -> dict[str, tuple[Rule, list[Profile]]]:
    found: dict[str, tuple[Rule, list[Profile]]] = {}
    for profile in _PROFILES:
        for made in rules_of(profile) + plausibility.RULES:
            found.setdefault(made.id, (made, []))[1].append(profile)
    return found


def is_about_content(rule: str) -> bool:
    """True for the id of a rule about what an invoice says, in whatever form; False for one about an XML syntax."""
    return rule in _about_invoices()


def find(rule: str) -> RuleEntry | None:
    """The rule of this id, letter case aside."""
    return next((entry for entry in entries() if entry.id.upper() == rule.upper()), None)


def about_term(term: str) -> list[RuleEntry]:
    """The rules about the business term or group of this id, letter case aside."""
    return [entry for entry in entries() if term.upper() in map(str.upper, entry.terms)]


def near(rule: str) -> list[str]:
    """Ids that look like this one; none for a business term, since a rule's id says nothing about its terms."""
    return (
        []
        if _TERM.fullmatch(rule.upper())
        else difflib.get_close_matches(rule.upper(), [entry.id for entry in entries()], n=3)
    )


def example(rule: str) -> examples.Example | None:
    """An invoice that breaks the rule and one that keeps it; None for a rule about the XML, or without one."""
    found = _about_invoices().get(rule)
    return None if found is None else examples.of(found[0])
