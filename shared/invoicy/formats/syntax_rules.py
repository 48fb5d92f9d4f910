"""The official rules about a syntax (UBL-SR, UBL-DT, UBL-CR, CII-SR, CII-DT), from the tables in data/syntax.

A row of `ubl.tsv` or `cii.tsv` tests every element of a name:

    rule, severity   as the official set has them
    context          names of elements ("/" is the root, "cbc:*Amount" every name with that end)
    when             XPath that selects the elements to test, empty for all
    test             XPath that must be true; or one of
                     "in LIST", "@a in LIST": the text or attribute is a code of a list
                     "upper in LIST": the text in capitals is a code of a list
                     "prefix LIST": its first two letters are a code of a list
                     "is a compact date": it is written YYYYMMDD; "is an ISO date": it is written YYYY-MM-DD
                     "has a known subject": the subject code of a note, between # and #, is known
                     "has content": the element has a text or a child
    sentence         the rule in plain words
    fault            the template of the finding; formats/faults.py explains the placeholders

The tables of a profile (`ubl-peppol.tsv` and the like) are tested as well.

A few rows have the id of a rule about the invoice: they test an element that the model has no place for.
A row of `ubl-unused.tsv` or `cii-unused.tsv` names a path that the standard does not use (all are warnings).
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from lxml import etree
from lxml.etree import _Element
from msgspec import Struct

from invoicy.formats.broken import BrokenSyntaxRule
from invoicy.formats.faults import SyntaxFault
from invoicy.formats.tables import has_table, qualified, rows_of
from invoicy.formats.unused import UnusedPaths
from invoicy.model.code_lists import codes
from invoicy.readings.reading import Finding, Severity

_COMPACT_DATE = re.compile(r"\s*\d{4}(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])\s*").fullmatch
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d").fullmatch
_SUBJECT_LENGTH = 3
_OF_LIST = re.compile(r"(?:@(\w+) |(upper) )?in (\w+)").fullmatch
_TERM = re.compile(r"\b(?:BT|BG)-[A-Z]*-?\d+\b")

Holds = Callable[[_Element], object]


def _has_content(element: _Element) -> bool:
    return len(element) > 0 or bool((element.text or "").strip())


def _is_iso_date(element: _Element) -> bool:
    text = element.text or ""
    try:
        return _ISO_DATE(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _starts_with_one_of(text: str, known: frozenset[str], *, lone: bool) -> bool:
    return text[:2] in known or (lone and len(text) <= 1)


def _has_known_subject(element: _Element) -> bool:
    """Test for a known code of three letters between the first two # of a note, anywhere in its text."""
    between = (element.text or "").split("#")[1:-1][:1]
    return not between or len(between[0]) != _SUBJECT_LENGTH or between[0] in codes("note_subject", "ubl")


_WRITTEN: dict[str, Holds] = {
    "has a known subject": _has_known_subject,
    "has content": _has_content,
    "is a compact date": lambda element: _COMPACT_DATE(element.text or ""),
    "is an ISO date": _is_iso_date,
}


class SyntaxRule(Struct, frozen=True):
    """One row, compiled. expression: the whole test as one XPath, empty if it is more than that."""

    expression: str
    id: str
    severity: Severity
    when: Holds | None
    holds: Holds
    sentence: str
    fault: SyntaxFault

    def broken_by(self, element: _Element) -> BrokenSyntaxRule | None:
        """Return the broken rule if the element fails the test, else None."""
        if (self.when is not None and not self.when(element)) or self.holds(element):
            return None
        text = (element.text or "").strip()
        terms = tuple(_TERM.findall(self.sentence))
        values = (text[:200],) if text else ()
        finding = Finding(self.id, self.severity, self.fault.of(element), terms=terms, values=values)
        return BrokenSyntaxRule(finding, element, self.fault)


class _ElementRules(Struct, frozen=True):
    """Rules about the elements of one name. all_hold: tests all XPaths at once, because they rarely fail."""

    all_hold: Holds
    xpaths: tuple[SyntaxRule, ...]
    others: tuple[SyntaxRule, ...]

    def of(self, element: _Element) -> tuple[SyntaxRule, ...]:
        """Return the rules that an element may break."""
        return self.others if self.all_hold(element) else (*self.xpaths, *self.others)


class SyntaxRules:
    """The rules of one syntax. name: of its tables. namespaces: URI by prefix, for the tables.

    profile: its own table is tested, too, if it has one.
    """

    def __init__(self, name: str, namespaces: dict[str, str], profile: str = "") -> None:
        self._namespaces = namespaces
        self._name = name
        self._of_tag: dict[str, _ElementRules] = {}
        own = rows_of(f"{name}-{profile}") if has_table(f"{name}-{profile}") else ()
        self._rows = [self._compiled(row) for row in (*rows_of(name), *own)]
        self._unused = UnusedPaths(name, namespaces)

    def findings(self, root: _Element) -> tuple[Finding, ...]:
        """Return a finding for each rule that is broken."""
        return tuple(broken.finding for broken in self.broken(root).values())

    def broken(self, root: _Element) -> dict[str, BrokenSyntaxRule]:
        """Return the first place where each rule is broken, by rule id."""
        broken: dict[str, BrokenSyntaxRule] = {}
        for element in root.iter():
            for rule in self._rules_of(element, root).of(element):
                breach = None if rule.id in broken else rule.broken_by(element)
                if breach is not None:
                    broken[rule.id] = breach
            self._unused.look_in(element, root, broken)
        return broken

    def ids(self) -> frozenset[str]:
        """Return the ids of all rules that are tested."""
        return frozenset(rule.id for _, rule in self._rows) | self._unused.ids()

    def _rules_of(self, element: _Element, root: _Element) -> _ElementRules:
        tag = "/" if element is root else str(element.tag)
        element_rules = self._of_tag.get(tag)
        if element_rules is None:
            rules = [rule for matches, rule in self._rows if matches(tag)]
            xpaths = tuple(rule for rule in rules if rule.expression)
            others = tuple(rule for rule in rules if not rule.expression)
            together = " and ".join(rule.expression for rule in xpaths)
            all_hold = self._xpath(together) if together else _always
            element_rules = self._of_tag[tag] = _ElementRules(all_hold, xpaths, others)
        return element_rules

    def _compiled(self, row: list[str]) -> tuple[Callable[[str], bool], SyntaxRule]:
        rule, severity, context, when, test, sentence, template = row
        condition, holds = self._xpath(when) if when else None, self._holds(test)
        expression = ""
        if isinstance(holds, _Lazy):
            expression = f"(not({when}) or ({test}))" if when else f"({test})"
        fault = SyntaxFault(template, test, self._namespaces)
        return self._matcher(context), SyntaxRule(
            expression, rule, Severity(severity), condition, holds, sentence, fault
        )

    def _matcher(self, context: str) -> Callable[[str], bool]:
        if context == "*":
            return lambda _: True
        names = [qualified(name, self._namespaces) for name in context.split()]
        exact = {name for name in names if "*" not in name}
        endings = [tuple(name.split("*")) for name in names if "*" in name]
        return lambda tag: tag in exact or any(tag.startswith(a) and tag.endswith(b) for a, b in endings)

    def _holds(self, test: str) -> Holds:
        if test in _WRITTEN:
            return _WRITTEN[test]
        of_list = _OF_LIST(test)
        if of_list is not None:
            return self._is_code(of_list[1] or "", of_list[3], in_capitals=bool(of_list[2]))
        if test.startswith("prefix "):
            known = codes(test.removeprefix("prefix "), self._name) | {"EL"}
            lone = self._name == "ubl"  # the official rule searches its list as one text, so a single letter passes
            return lambda element: _starts_with_one_of(element.text or "", known, lone=lone)
        return self._xpath(test)

    def _is_code(self, attribute: str, name: str, *, in_capitals: bool) -> Holds:
        known = codes(name, self._name)
        if in_capitals:
            return lambda element: (element.text or "").strip().upper() in known
        if attribute:
            return lambda element: (element.get(attribute) or "").strip() in known
        return lambda element: (element.text or "").strip() in known

    def _xpath(self, expression: str) -> Holds:
        return _Lazy(f"boolean({expression})", self._namespaces)


def _always(_: _Element) -> bool:
    return True


def listed(name: str) -> Iterator[Finding]:
    """Return the rules of a table and of the table of unused paths, each with its sentence as the message."""
    for rule, severity, _, _, _, sentence, _ in rows_of(name):
        yield Finding(rule, Severity(severity), sentence, terms=tuple(_TERM.findall(sentence)))
    if has_table(f"{name}-unused"):
        for rule, _, path in rows_of(f"{name}-unused"):
            yield Finding(rule, Severity.WARNING, f"{path} is not used in an EN 16931 invoice.", values=(path,))


class _Lazy:
    """An XPath that is compiled at its first use."""

    def __init__(self, expression: str, namespaces: dict[str, str]) -> None:
        self._expression = expression
        self._namespaces = namespaces
        self._compiled: etree.XPath | None = None

    def __call__(self, element: _Element) -> object:
        if self._compiled is None:
            self._compiled = etree.XPath(self._expression, namespaces=self._namespaces)
        return self._compiled(element)
