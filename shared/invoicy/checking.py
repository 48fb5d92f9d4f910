"""Holds what was read to the rules of a profile: findings and status of a reading."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import structs

from invoicy.profiles import Profile
from invoicy.reading import Finding, InvoiceReading, status_of, worst
from invoicy.rules import check, resolve, rules_of

if TYPE_CHECKING:
    from invoicy.formats import Extract, Source

_SUBSETS = frozenset(
    {Profile.FACTURX_MINIMUM, Profile.FACTURX_BASICWL, Profile.FACTURX_BASIC, Profile.FACTURX_EXTENDED}
)


def checked(reading: InvoiceReading, profile: str, *, syntax: str = "", source: Source | None = None) -> InvoiceReading:
    """The reading with what the rules find, and the status that follows.

    profile: see Profile; "auto" takes the one that the invoice names. source: what an XML says beyond the model.
    """
    named = resolve(Profile(profile), reading.invoice)
    found = _found(reading, named, syntax, source)
    findings = (*reading.findings, *found)
    return structs.replace(reading, findings=findings, status=worst((reading.status, status_of(found))))


def checked_extract(extract: Extract, profile: str) -> tuple[InvoiceReading, ...]:
    """The invoices of an XML, checked."""
    pairs = zip(extract.invoices, extract.sources, strict=True)
    return tuple(checked(reading, profile, syntax=extract.syntax, source=source) for reading, source in pairs)


def _found(reading: InvoiceReading, profile: Profile, syntax: str, source: Source | None) -> tuple[Finding, ...]:
    if source is None:
        return check(reading.invoice, profile, syntax=syntax)
    found = check(reading.invoice, profile, syntax=syntax, facts=source.facts)
    known = {finding.rule for finding in found}
    return (*found, *(each for each in source.rules(profile) if each.rule not in known and _asks(profile, each.rule)))


def _asks(profile: Profile, rule: str) -> bool:
    """The XML of a Factur-X profile is not what EN 16931 binds its syntax to; its rules about the invoice are asked."""
    return profile not in _SUBSETS or rule.startswith("BR-FXEXT-") or rule in _ids(profile)


@cache
def _ids(profile: Profile) -> frozenset[str]:
    return frozenset(made.id for made in rules_of(profile))
