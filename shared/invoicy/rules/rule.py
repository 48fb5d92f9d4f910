"""A rule: its id, severity, business terms and sentence, and the function that checks an invoice."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from invoicy.readings.reading import Finding, Severity
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.wording.violation import Violation

__all__ = ["Check", "Rule", "Violation", "rule", "violation"]

Check = Callable[[InvoiceContext], Iterable[Violation]]


class Rule(Struct, frozen=True):
    """One rule. check: yields a Violation for every place where the invoice breaks the rule.

    sentence: the rule itself, as `invoicy rules` prints it. faults: the key of its sentences in data/wording, if that
    is not the id.
    """

    id: str
    severity: Severity
    terms: tuple[str, ...]
    sentence: str
    check: Check
    faults: str = ""

    def findings(self, context: InvoiceContext) -> list[Finding]:
        """Return the violations as findings, in the order of the invoice."""
        return [self._finding(broken, context) for broken in self.check(context)]

    def _finding(self, broken: Violation, context: InvoiceContext) -> Finding:
        from invoicy.wording.sentences import sentence  # an invoice without faults does not need it

        message = sentence(self.faults or self.id, broken, context.invoice, self.terms) or self.sentence
        return Finding(self.id, self.severity, message, broken.path, self.terms, broken.values)


def rule(
    check: Check,
    *terms: str,
    severity: Severity = Severity.FATAL,
    id: str = "",  # noqa: A002
    faults: str = "",
) -> Rule:
    """Make a rule from its function: its name gives the id (br_co_15 is BR-CO-15), its docstring the sentence."""
    name = id or check.__name__.upper().replace("_", "-")
    return Rule(name, severity, terms, " ".join((check.__doc__ or "").split()), check, faults)


def violation(path: str = "", *values: object, fault: str = "", **named: object) -> Violation:
    """Make a violation. values: the wrong values; absent ones are left out. named: further values for its sentence."""
    return Violation(path, tuple(str(value) for value in values if value is not None), fault, named)
