"""The catalogue of all rules, for `invoicy rules` and docs/rules.md: sentence, profiles and example of each."""

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
    """One rule. profiles: those that contain the rule; empty for a check that is made while a document is read.

    severity: of its findings; the gravest one if they differ. milder: the other severities.
    """

    id: str
    severity: str
    terms: tuple[str, ...]
    sentence: str
    profiles: tuple[str, ...]
    milder: tuple[str, ...] = ()

    @property
    def severities(self) -> str:
        """Return the severities of its findings: "fatal or warning"."""
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
    """Return all rules: about the invoice, profile by profile, about an XML syntax, and checks while reading."""
    by_id: dict[str, RuleEntry] = {}
    for rule, profiles in _about_invoices().values():
        names = tuple(profile.value for profile in profiles)
        by_id[rule.id] = RuleEntry(rule.id, rule.severity.value, rule.terms, rule.sentence, names)
    for table, asking in (*_OF_SYNTAX, *((table, (profile,)) for table, profile in _OF_PROFILE)):
        names = tuple(profile.value for profile in asking)
        for finding in listed(table):
            entry = RuleEntry(finding.rule, finding.severity.value, finding.terms, finding.message, names)
            by_id.setdefault(finding.rule, entry)
    return (*by_id.values(), *_own_checks())


def _own_checks() -> Iterator[RuleEntry]:
    for rule, severities, terms, sentence in data.rows("own_checks.tsv"):
        severity, *milder = severities.split()
        yield RuleEntry(rule, severity, tuple(terms.split()), sentence, (), tuple(milder))


@cache
def _about_invoices() -> dict[str, tuple[Rule, list[Profile]]]:
    by_id: dict[str, tuple[Rule, list[Profile]]] = {}
    for profile in _PROFILES:
        for rule in rules_of(profile) + plausibility.RULES:
            by_id.setdefault(rule.id, (rule, []))[1].append(profile)
    return by_id


def is_about_content(rule: str) -> bool:
    """Test whether an id is of a rule about the invoice in any form; False for a rule about an XML syntax."""
    return rule in _about_invoices()


def find(rule: str) -> RuleEntry | None:
    """Return the rule with an id in any letter case."""
    return next((entry for entry in entries() if entry.id.upper() == rule.upper()), None)


def about_term(term: str) -> list[RuleEntry]:
    """Return the rules about the business term or group with an id in any letter case."""
    return [entry for entry in entries() if term.upper() in map(str.upper, entry.terms)]


def near(rule: str) -> list[str]:
    """Return ids that are similar to this one; empty for a business term, because ids of rules do not contain terms."""
    return (
        []
        if _TERM.fullmatch(rule.upper())
        else difflib.get_close_matches(rule.upper(), [entry.id for entry in entries()], n=3)
    )


def example(rule: str) -> examples.Example | None:
    """Return an invoice that breaks the rule and one that keeps it; None without an example."""
    entry = _about_invoices().get(rule)
    return None if entry is None else examples.of(entry[0])
