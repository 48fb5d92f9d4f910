"""Paths that the standard does not use. They are searched as one tree, because most of their steps never occur."""

from lxml.etree import _Element
from msgspec import Struct

from invoicy.formats.broken import BrokenSyntaxRule
from invoicy.formats.tables import qualified, rows_of
from invoicy.readings.reading import Finding, Severity

_ROOT, _ANY = "/", "*"


class _Step(Struct):
    """A step of unused paths: the rules that end there, and the next steps."""

    rules: list[tuple[str, str]] = []
    below: dict[str, "_Step"] = {}


class UnusedPaths:
    """The unused paths of one syntax. name: of its tables. namespaces: URI by prefix, for the tables."""

    def __init__(self, name: str, namespaces: dict[str, str]) -> None:
        self._contexts: dict[str, _Step] = {_ANY: _Step()}
        self._ids: set[str] = set()
        for rule, contexts, path in rows_of(f"{name}-unused"):
            self._ids.add(rule)
            for context in contexts.split():
                tag = context if context in {_ROOT, _ANY} else qualified(context, namespaces)
                step = self._contexts.setdefault(tag, _Step())
                for part in path.split("/"):
                    below = part if part.startswith("@") else qualified(part, namespaces)
                    step = step.below.setdefault(below, _Step())
                step.rules.append((rule, path))

    def ids(self) -> frozenset[str]:
        """Return the ids of the rules."""
        return frozenset(self._ids)

    def look_in(self, element: _Element, root: _Element, broken: dict[str, BrokenSyntaxRule]) -> None:
        """Add the unused paths that start at an element."""
        if element.attrib:
            _add_attributes(element, self._contexts[_ANY], broken)
        step = self._contexts.get(_ROOT if element is root else str(element.tag))
        if step is not None:
            _add_elements(element, step, broken)


def _add_elements(element: _Element, step: _Step, broken: dict[str, BrokenSyntaxRule]) -> None:
    for child in element:
        below = step.below.get(str(child.tag))
        if below is None:
            continue
        for rule, path in below.rules:
            broken.setdefault(rule, BrokenSyntaxRule(_not_used(rule, path), child))
        if below.below:
            _add_elements(child, below, broken)
            _add_attributes(child, below, broken)


def _add_attributes(element: _Element, step: _Step, broken: dict[str, BrokenSyntaxRule]) -> None:
    for name in element.keys():  # noqa: SIM118  # its attributes have no other iterator
        below = step.below.get(f"@{name}")
        for rule, path in below.rules if below is not None else ():
            broken.setdefault(rule, BrokenSyntaxRule(_not_used(rule, path), element, attribute=name))


def _not_used(rule: str, path: str) -> Finding:
    message = f"{path} is not used in an EN 16931 invoice; receivers may ignore it."
    return Finding(rule, Severity.WARNING, message, values=(path,))
