"""The official rules about a syntax (UBL-SR, UBL-DT, UBL-CR, CII-SR, CII-DT), from the tables in data/syntax.

A row of `ubl.tsv` or `cii.tsv` asks something of every element of a name:

    rule, severity   as the official set has them
    context          names of elements ("/" is the root, "cbc:*Amount" every name that ends so)
    when             XPath that an element must meet to be asked, empty for all
    demand           XPath that must hold for it; "in LIST" or "@a in LIST": the text or attribute is a code of a list;
                     "upper in LIST": the text is, in capitals;
                     "prefix LIST": its first two letters are; "is a compact date": it is written YYYYMMDD
                     "has a known subject": a note's, between # and #
                     "has content": there is a text or an element in it; "is an ISO date": it is written YYYY-MM-DD
    sentence         the rule in our words
    fault            what is wrong where it does not hold; formats/faults.py explains the placeholders

The tables of a profile (`ubl-peppol.tsv` and the like) are asked on top of those.

A few rows carry the id of a rule about the invoice: there the model has no place for what the official rule looks at.
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
    """A note with three letters between the first two # of its text; they may stand anywhere in it."""
    between = (element.text or "").split("#")[1:-1][:1]
    return not between or len(between[0]) != _SUBJECT_LENGTH or between[0] in codes("note_subject", "ubl")


_WRITTEN: dict[str, Holds] = {
    "has a known subject": _has_known_subject,
    "has content": _has_content,
    "is a compact date": lambda element: _COMPACT_DATE(element.text or ""),
    "is an ISO date": _is_iso_date,
}


class SyntaxRule(Struct, frozen=True):
    """One row, compiled. expression: all of it as one XPath, empty where it is more than that."""

    expression: str
    rule: str
    severity: Severity
    when: Holds | None
    holds: Holds
    sentence: str
    fault: SyntaxFault

    def asked_of(self, element: _Element) -> BrokenSyntaxRule | None:
        """The finding and its place, where the element does not meet the demand."""
        if (self.when is not None and not self.when(element)) or self.holds(element):
            return None
        text = (element.text or "").strip()
        terms = tuple(_TERM.findall(self.sentence))
        values = (text[:200],) if text else ()
        finding = Finding(self.rule, self.severity, self.fault.of(element), terms=terms, values=values)
        return BrokenSyntaxRule(finding, element, self.fault)


class _Asked(Struct, frozen=True):
    """Rules about the elements of one name. all_hold: tests all the XPaths in one go, since they mostly hold."""

    all_hold: Holds
    xpaths: tuple[SyntaxRule, ...]
    others: tuple[SyntaxRule, ...]

    def of(self, element: _Element) -> tuple[SyntaxRule, ...]:
        """The demands that an element may fail."""
        return self.others if self.all_hold(element) else (*self.xpaths, *self.others)


class SyntaxRules:
    """The rules of one syntax. name: of its tables. namespaces: prefix to URI, as the tables use them.

    profile: its own table is asked, too, where it has one.
    """

    def __init__(self, name: str, namespaces: dict[str, str], profile: str = "") -> None:
        self._namespaces = namespaces
        self._name = name
        self._of_tag: dict[str, _Asked] = {}
        own = rows_of(f"{name}-{profile}") if has_table(f"{name}-{profile}") else ()
        self._rows = [self._compiled(row) for row in (*rows_of(name), *own)]
        self._unused = UnusedPaths(name, namespaces)

    def findings(self, root: _Element) -> tuple[Finding, ...]:
        """Findings of the syntax's rules, one for each rule that is broken."""
        return tuple(broken.finding for broken in self.broken(root).values())

    def broken(self, root: _Element) -> dict[str, BrokenSyntaxRule]:
        """Rule id to the first place where the rule is broken."""
        found: dict[str, BrokenSyntaxRule] = {}
        for element in root.iter():
            for demand in self._asked(element, root).of(element):
                broken = None if demand.rule in found else demand.asked_of(element)
                if broken is not None:
                    found[demand.rule] = broken
            self._unused.look_in(element, root, found)
        return found

    def ids(self) -> frozenset[str]:
        """Ids of all rules that are asked."""
        return frozenset(demand.rule for _, demand in self._rows) | self._unused.ids()

    def _asked(self, element: _Element, root: _Element) -> _Asked:
        tag = "/" if element is root else str(element.tag)
        asked = self._of_tag.get(tag)
        if asked is None:
            demands = [demand for matches, demand in self._rows if matches(tag)]
            xpaths = tuple(demand for demand in demands if demand.expression)
            others = tuple(demand for demand in demands if not demand.expression)
            together = " and ".join(demand.expression for demand in xpaths)
            all_hold = self._xpath(together) if together else _always
            asked = self._of_tag[tag] = _Asked(all_hold, xpaths, others)
        return asked

    def _compiled(self, row: list[str]) -> tuple[Callable[[str], bool], SyntaxRule]:
        rule, severity, context, when, demand, sentence, template = row
        condition, holds = self._xpath(when) if when else None, self._holds(demand)
        expression = ""
        if isinstance(holds, _Lazy):
            expression = f"(not({when}) or ({demand}))" if when else f"({demand})"
        fault = SyntaxFault(template, demand, self._namespaces)
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

    def _holds(self, demand: str) -> Holds:
        if demand in _WRITTEN:
            return _WRITTEN[demand]
        of_list = _OF_LIST(demand)
        if of_list is not None:
            return self._is_code(of_list[1] or "", of_list[3], in_capitals=bool(of_list[2]))
        if demand.startswith("prefix "):
            known = codes(demand.removeprefix("prefix "), self._name) | {"EL"}
            lone = self._name == "ubl"  # its rule looks for the letters anywhere in its list, a lone one is found
            return lambda element: _starts_with_one_of(element.text or "", known, lone=lone)
        return self._xpath(demand)

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
    """The rules of a table (and of the one of unused paths), each with its sentence as the message."""
    for rule, severity, _, _, _, sentence, _ in rows_of(name):
        yield Finding(rule, Severity(severity), sentence, terms=tuple(_TERM.findall(sentence)))
    if has_table(f"{name}-unused"):
        for rule, _, path in rows_of(f"{name}-unused"):
            yield Finding(rule, Severity.WARNING, f"{path} is not used in an EN 16931 invoice.", values=(path,))


class _Lazy:
    """An XPath that is compiled when it is first asked for."""

    def __init__(self, expression: str, namespaces: dict[str, str]) -> None:
        self._expression = expression
        self._namespaces = namespaces
        self._compiled: etree.XPath | None = None

    def __call__(self, element: _Element) -> object:
        if self._compiled is None:
            self._compiled = etree.XPath(self._expression, namespaces=self._namespaces)
        return self._compiled(element)
