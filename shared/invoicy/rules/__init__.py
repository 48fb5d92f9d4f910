"""The rules that an invoice is checked against.

A new rule is one function, one entry in the RULES of its module, and the sentence of its fault in data/wording/en.tsv.
"""

from invoicy.formats.syntax_facts import SyntaxFacts
from invoicy.model import Invoice
from invoicy.model.profiles import Profile
from invoicy.readings.reading import Finding
from invoicy.rules.invoice_context import CheckContext, InvoiceContext
from invoicy.rules.rule_sets import resolve, rules_of

__all__ = ["CheckContext", "check", "check_in_context", "check_plausible", "resolve", "rules_of"]

_NOTHING = SyntaxFacts()
_NOWHERE = CheckContext()


def check(  # noqa: PLR0913  # each is one thing that a caller may know
    invoice: Invoice,
    profile: Profile = Profile.AUTO,
    *,
    syntax: str = "",
    facts: SyntaxFacts = _NOTHING,
    check_context: CheckContext = _NOWHERE,
    plausible: bool = True,
) -> tuple[Finding, ...]:
    """Return the findings of the rules of a profile; empty for a valid invoice.

    syntax: of the XML that the invoice was read from, empty for a page: some official rules of UBL and CII differ.
    facts: facts of the XML that the model has no place for. check_context: the day of the check and your own names, if
    known. plausible: test Invoicy's own rules, too (INVOICY-*).
    """
    context = InvoiceContext(invoice, syntax, facts, check_context)
    rules = rules_of(resolve(profile, invoice))
    if plausible:
        from invoicy.rules import plausibility  # loads python-stdnum in 20 ms, which the standard's rules do not need

        rules += plausibility.RULES
    return tuple(finding for rule in rules for finding in rule.findings(context))


def check_in_context(invoice: Invoice, check_context: CheckContext) -> tuple[Finding, ...]:
    """Return the findings that need the day of the check and your own names: future dates, another addressee."""
    from invoicy.rules import plausibility  # loads with the first check that needs it

    context = InvoiceContext(invoice, check_context=check_context)
    return tuple(finding for rule in plausibility.CHECK_ONLY for finding in rule.findings(context))


def check_plausible(invoice: Invoice, check_context: CheckContext) -> tuple[Finding, ...]:
    """Return the findings of Invoicy's own rules (INVOICY-*), for a printed invoice, which no standard applies to."""
    from invoicy.rules import plausibility  # loads with the first check that needs it

    context = InvoiceContext(invoice, check_context=check_context)
    return tuple(finding for rule in plausibility.RULES for finding in rule.findings(context))
