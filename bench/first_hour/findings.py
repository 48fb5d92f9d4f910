"""Findings: sentences about faults, and lines that an accepted reading lacks without a finding."""

import msgspec

from bench.first_hour.program import readings, samples
from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.rules import examples, plausibility, rules_of
from invoicy.rules.examples.plain import CHECK_CONTEXT
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule

_LINES = "BG-25"


def faults() -> str:
    """Rules of which the finding about a broken invoice is not the rule's own sentence; of those that can break."""
    profiles = [profile for profile in Profile if profile is not Profile.AUTO]
    rules = {made.id: made for profile in profiles for made in (*rules_of(profile), *plausibility.RULES)}
    states = [_states_the_fault(made) for made in rules.values()]
    judged = [state for state in states if state is not None]
    return f"{sum(judged)} of {len(judged)}"


def _states_the_fault(made: Rule) -> bool | None:
    """None for a rule that no invoice breaks."""
    pair = examples.pair(made)
    if pair is None:
        return None
    findings = made.findings(InvoiceContext(msgspec.convert(pair.broken, Invoice), check_context=CHECK_CONTEXT))
    return bool(findings) and made.sentence.rstrip(".").lower() not in findings[0].message.lower()


def lines() -> str:
    printed = [path for path in samples() if path.name.startswith(("printed-", "two-"))]
    accepted = [
        part
        for reading in readings(*printed)
        for part in reading["invoices"]
        if part["status"] == "accepted" and not part["invoice"].get("lines")
    ]
    unsaid = [part for part in accepted if not any(_LINES in finding["terms"] for finding in part["findings"])]
    return f"{len(unsaid)} of {len(accepted)}"
