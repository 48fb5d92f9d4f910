"""Checks an invoice against the rules of a profile: the findings, the status, the rules that were tested."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Finding, InvoiceReading
from invoicy.readings.status import status_of, worst
from invoicy.rules import check, resolve, rules_of

if TYPE_CHECKING:
    from invoicy.formats.registry import Extract, SyntaxContext

PRINTED = "printed"
_SUMS_OF_A_PAGE = ("INVOICY-SUM-VAT", "INVOICY-SUM-DUE")


class RuleSet(Struct, frozen=True):
    """The rules that an invoice was checked against.

    profile: None for a printed page that was checked for plausibility and sums only. about_invoice, about_xml: the
    number of rules that look at the invoice, and at the elements of its XML.
    """

    profile: Profile | None
    about_invoice: int
    about_xml: int


def rule_set(invoice: Invoice, profile: str, syntax: str) -> RuleSet:
    """Return the rules that an invoice is checked against. profile: as requested. syntax: as in the reading."""
    from invoicy.rules import plausibility

    named = resolve(Profile(profile), invoice)
    plausible = {made.id for made in plausibility.RULES}
    if syntax == PRINTED and profile == Profile.AUTO:
        return RuleSet(None, len(plausible) + len(_SUMS_OF_A_PAGE), 0)
    known = _ids(named) | plausible
    return RuleSet(named, len(known), len(_ids_about_xml(named, syntax) - known))


def _ids_about_xml(profile: Profile, syntax: str) -> frozenset[str]:
    if syntax == PRINTED:
        return frozenset()
    from invoicy.formats.registry import rule_ids  # lxml and the syntaxes, which a printed page does not need

    return frozenset(rule for rule in rule_ids(syntax, profile) if _applies(profile, rule))


def checked(
    reading: InvoiceReading, profile: str, *, syntax: str = "", source: SyntaxContext | None = None
) -> InvoiceReading:
    """Add the findings of the rules to a reading, and set the status that follows from them.

    profile: see Profile; "auto" takes the one that the invoice names. source: facts of an XML beyond the model.
    """
    named = resolve(Profile(profile), reading.invoice)
    added = _findings(reading, named, syntax, source)
    findings = (*reading.findings, *added)
    return structs.replace(reading, findings=findings, status=worst((reading.status, status_of(added))))


def checked_extract(extract: Extract, profile: str) -> tuple[InvoiceReading, ...]:
    """The invoices of an XML, checked."""
    pairs = zip(extract.invoices, extract.sources, strict=True)
    return tuple(checked(reading, profile, syntax=extract.syntax, source=source) for reading, source in pairs)


def _findings(
    reading: InvoiceReading, profile: Profile, syntax: str, source: SyntaxContext | None
) -> tuple[Finding, ...]:
    if source is None:
        return check(reading.invoice, profile, syntax=syntax)
    findings = check(reading.invoice, profile, syntax=syntax, facts=source.facts)
    known = {finding.rule for finding in findings}
    further = (finding for finding in source.rules(profile) if finding.rule not in known)
    return (*findings, *(finding for finding in further if _applies(profile, finding.rule)))


def _applies(profile: Profile, rule: str) -> bool:
    """Test whether the rules about the syntax apply: not to a Factur-X profile, whose XML may differ."""
    return not profile.has_own_schema or rule.startswith("BR-FXEXT-") or rule in _ids(profile)


@cache
def _ids(profile: Profile) -> frozenset[str]:
    return frozenset(made.id for made in rules_of(profile))
