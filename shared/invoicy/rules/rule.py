"""A rule: an id, a severity, the terms it is about, its sentence for people, and a function on a case."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from invoicy.readings.reading import Finding, Severity
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.wording.violation import Violation

__all__ = ["Check", "Rule", "Violation", "rule", "violation"]

Check = Callable[[InvoiceContext], Iterable[Violation]]


class Rule(Struct, frozen=True):
    """One rule. check yields a Violation for every place where the invoice breaks it, nothing where it keeps it.

    sentence: the rule itself, for who looks it up. faults: the key of its sentences in the catalogue of faults, empty
    for its id.
    """

    id: str
    severity: Severity
    terms: tuple[str, ...]
    sentence: str
    check: Check
    faults: str = ""

    def findings(self, context: InvoiceContext) -> list[Finding]:
        """The breaks as findings, in the order of the invoice."""
        return [self._finding(broken, context) for broken in self.check(context)]

    def _finding(self, broken: Violation, context: InvoiceContext) -> Finding:
        from invoicy.wording.sentences import sentence  # an invoice without faults need not load it

        message = sentence(self.faults or self.id, broken, context.invoice, self.terms) or self.sentence
        return Finding(self.id, self.severity, message, broken.path, self.terms, broken.values)


def rule(
    check: Check,
    *terms: str,
    severity: Severity = Severity.FATAL,
    id: str = "",  # noqa: A002
    faults: str = "",
) -> Rule:
    """A rule from its function: the id is the function's name (br_co_15 is BR-CO-15), the docstring the sentence."""
    name = id or check.__name__.upper().replace("_", "-")
    return Rule(name, severity, terms, " ".join((check.__doc__ or "").split()), check, faults)


def violation(path: str = "", *values: object, fault: str = "", **named: object) -> Violation:
    """A break with the values that offend; absent ones are left out. named: what else its sentence tells."""
    return Violation(path, tuple(str(value) for value in values if value is not None), fault, named)
