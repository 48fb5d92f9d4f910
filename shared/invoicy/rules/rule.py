"""What a rule is: an id, a weight, the terms it is about, a sentence for people, and a function on a case."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec import Struct

from invoicy.reading import Finding, Severity
from invoicy.rules.case import Case


class Break(NamedTuple):
    """One place where a rule is broken. path: JSON Pointer into the invoice; detail: a sentence on what is wrong."""

    path: str = ""
    values: tuple[str, ...] = ()
    detail: str = ""


Check = Callable[[Case], Iterable[Break]]


class Rule(Struct, frozen=True):
    """One rule. check gives a Break for every place where the invoice breaks it, nothing where it keeps it."""

    id: str
    severity: Severity
    terms: tuple[str, ...]
    sentence: str
    check: Check

    def findings(self, case: Case) -> list[Finding]:
        """The breaks as findings, in the order of the invoice."""
        return [self._finding(broken) for broken in self.check(case)]

    def _finding(self, broken: Break) -> Finding:
        message = f"{self.sentence} {broken.detail}" if broken.detail else self.sentence
        return Finding(self.id, self.severity, message, broken.path, self.terms, broken.values)


def rule(check: Check, *terms: str, severity: Severity = Severity.FATAL, id: str = "") -> Rule:  # noqa: A002
    """A rule from its function: the id is the function's name (br_co_15 is BR-CO-15), the docstring the sentence."""
    name = id or check.__name__.upper().replace("_", "-")
    return Rule(name, severity, terms, " ".join((check.__doc__ or "").split()), check)


def fail(path: str = "", *values: object, detail: str = "") -> Break:
    """A break with the values that offend; absent ones are left out."""
    return Break(path, tuple(str(value) for value in values if value is not None), detail)
