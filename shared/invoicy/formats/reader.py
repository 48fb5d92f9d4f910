"""Reads an XML tree along a binding. Every text and attribute ends in the model or in unmapped; nothing is dropped."""

from collections.abc import Callable, Iterator
from typing import Any

from lxml.etree import _Element

from invoicy.formats.binding import ACCOUNTING, Leaf, Node, Opening, Predicate
from invoicy.formats.paths import SCHEMA_INSTANCE, Paths
from invoicy.model import Invoice
from invoicy.model.conversion import convert
from invoicy.readings.reading import Finding, InvoiceReading, Severity, Unmapped
from invoicy.readings.status import status_of

_CURRENCY = "currencyID"
_DATE_FORMATS = {"102"}
_NOTE_CODE_LENGTH = 3
_PATHS_IN_A_FINDING = 20
_MAX_OPEN_GROUPS = 40  # sub-lines may nest, but only an attack nests them this deep

_KINDS = {
    "amount": "an amount",
    "price": "an amount",
    "quantity": "a number",
    "percentage": "a number",
    "date": "a date",
    "binary": "a file in base64",
    "indicator": "true or false",
}
_SHOWN_LENGTH = 60
_BOOLEANS = {"1": "TRUE", "0": "FALSE"}

Slots = dict[str, Any]


class TreeReader:
    """Reads one invoice in one pass. currency, accounting_currency: the texts of BT-5 and BT-6, empty if absent."""

    def __init__(self, binding: Node, currency: str, accounting_currency: str) -> None:
        self._binding = binding
        self._currency = currency
        self._accounting = accounting_currency if accounting_currency != currency else ""
        self._unmapped: list[Unmapped] = []
        self._findings: list[Finding] = []
        self._empty: list[str] = []
        self._empty_terms: list[str] = []
        self._opened: set[tuple[int, str]] = set()
        self._paths = Paths()

    def run(self, root: _Element, settle: Callable[[Slots], None] | None = None) -> InvoiceReading:
        """Read the invoice. settle: merges values that the syntax has in two places, before the model is made."""
        slots: Slots = {}
        self._attributes(root, self._binding, [slots])
        self._children(root, self._binding, [slots])
        if settle is not None:
            settle(slots)
        invoice = convert(slots, Invoice)
        findings = (*self._findings, *self._empty_finding(), *self._unmapped_finding())
        return InvoiceReading(invoice, status_of(findings), findings, unmapped=tuple(self._unmapped))

    def _children(self, element: _Element, node: Node, open_groups: list[Slots]) -> None:
        for child in element:
            tag = child.tag
            if child.tail and not child.tail.isspace():
                self._unmapped.append(Unmapped(self._paths.of(element), child.tail.strip()))
            if not isinstance(tag, str):
                self._entity(child)
                continue
            child_node = node.children.get(tag)
            if tag in node.choices:
                child_node = self._choose(child, node.choices[tag]) or child_node
            if child_node is None or len(open_groups) > _MAX_OPEN_GROUPS:
                self._unknown(child)
            elif child_node.opening is not None:
                self._group(child, child_node, child_node.opening, open_groups)
            else:
                self._element(child, child_node, open_groups)

    def _choose(self, element: _Element, choices: list[tuple[Predicate, Node]]) -> Node | None:
        return next((node for predicate, node in choices if self._holds(predicate, element)), None)

    def _holds(self, predicate: Predicate, element: _Element) -> bool:
        target: _Element | None = element
        for tag in predicate.path:
            target = None if target is None else target.find(tag)
        value = None if target is None else (target.get(predicate.attribute) if predicate.attribute else target.text)
        if value is None or not value.strip():
            return predicate.optional
        if predicate.value == ACCOUNTING:
            return bool(self._accounting) and value.strip() == self._accounting
        return _folded(value) == predicate.value

    def _group(self, element: _Element, node: Node, opening: Opening, open_groups: list[Slots]) -> None:
        slots, key = _slot(open_groups, opening.target.up, opening.target.keys)
        group: Slots = {}
        if not opening.many:
            if (id(slots), key) in self._opened:
                self._repeated(element, opening.term)
                return
            self._opened.add((id(slots), key))
            group = slots.get(key, group)  # a term from another place in the XML may have made it
        self._element(element, node, [*open_groups, group])
        if not group and opening.only_with_content:
            return
        if opening.many:
            slots.setdefault(key, []).append(group)
        else:
            slots[key] = group

    def _element(self, element: _Element, node: Node, open_groups: list[Slots]) -> None:
        if element.attrib:
            self._attributes(element, node, open_groups)
        if node.leaf is not None:
            self._leaf(element, node.leaf, open_groups)
        elif node.constant is not None:
            self._constant(element, node.constant)
        elif element.text and element.text.strip():
            self._unmapped.append(Unmapped(self._paths.of(element), element.text.strip()))
        if len(element):
            self._children(element, node, open_groups)

    def _leaf(self, element: _Element, leaf: Leaf, open_groups: list[Slots]) -> None:
        text = element.text
        if not text or not text.strip():
            self._empty.append(self._paths.of(element))
            self._empty_terms.append(leaf.term)
            return
        self._store(leaf, text, open_groups, element, "")

    def _store(self, leaf: Leaf, text: str, open_groups: list[Slots], element: _Element, attribute: str) -> None:
        try:
            value = leaf.convert(text)
        except ValueError:
            self._unreadable(leaf, text, self._paths.of(element, attribute))
            return
        slots, key = _slot(open_groups, leaf.target.up, leaf.target.keys)
        if leaf.type == "note":
            value = _split_note(value, slots)
        if slots.setdefault(key, value) != value:
            self._repeated_value(leaf.term, text.strip(), self._paths.of(element, attribute))

    def _constant(self, element: _Element, constant: str) -> None:
        text = (element.text or "").strip()
        if text and _folded(text) != constant:
            self._unmapped.append(Unmapped(self._paths.of(element), text))

    def _attributes(self, element: _Element, node: Node, open_groups: list[Slots]) -> None:
        for name, value in element.items():
            leaf = node.attributes.get(name)
            if leaf is not None:
                if value.strip():
                    self._store(leaf, value, open_groups, element, name)
            elif not self._is_implied(name, value, node):
                self._unmapped.append(Unmapped(self._paths.of(element, name), value))

    def _is_implied(self, name: str, value: str, node: Node) -> bool:
        if name.startswith(SCHEMA_INSTANCE) or not value.strip():
            return True
        if node.constant_attributes.get(name) == value.strip().upper():
            return True
        leaf = node.leaf
        if leaf is None:
            return False
        if leaf.type == "date":
            return name == "format" and value in _DATE_FORMATS
        if leaf.type in {"amount", "price"} and name == _CURRENCY:
            return self._is_expected_currency(leaf, value)
        return False

    def _is_expected_currency(self, leaf: Leaf, value: str) -> bool:
        expected = self._accounting if leaf.term == "BT-111" else self._currency
        if value == expected:
            return True
        message = f"The {_named(leaf.term)} is in {value}, but {_expected_currency(leaf.term, expected)}."
        self._findings.append(
            Finding("INVOICY-CURRENCY", Severity.WARNING, message, terms=(leaf.term, "BT-5"), values=(value, expected))
        )
        return False

    def _unknown(self, element: _Element) -> None:
        """Add everything in an element that the binding does not know to unmapped."""
        self._unmapped.extend(self._paths.leaves(element))

    def _entity(self, entity: _Element) -> None:
        """Add an unresolved entity reference to unmapped. Only broken XML has one, because a DTD is refused."""
        parent = entity.getparent()
        self._unmapped.append(Unmapped(self._paths.of(parent) if parent is not None else "/", entity.text or ""))

    def _repeated(self, element: _Element, term: str) -> None:
        path = self._paths.of(element)
        message = f"{path} gives the {_named(term)} a second time; only the first one was read."
        self._findings.append(Finding("INVOICY-REPEATED", Severity.WARNING, message, terms=(term,), values=(path,)))
        self._unmapped.extend(self._paths.leaves(element))

    def _repeated_value(self, term: str, text: str, path: str) -> None:
        message = f"{path} gives the {_named(term)} a second value, '{_short(text)}'; only the first one was read."
        self._findings.append(Finding("INVOICY-REPEATED", Severity.WARNING, message, terms=(term,), values=(text,)))
        self._unmapped.append(Unmapped(path, text))

    def _unreadable(self, leaf: Leaf, text: str, path: str) -> None:
        kind = _KINDS.get(leaf.type, leaf.type)
        message = f"The {_named(leaf.term)} is '{_short(text)}', which is not {kind}, so it was not read."
        self._findings.append(
            Finding("INVOICY-VALUE", Severity.FATAL, message, terms=(leaf.term,), values=(text.strip()[:200],))
        )
        self._unmapped.append(Unmapped(path, text.strip()))

    def _unmapped_finding(self) -> Iterator[Finding]:
        if self._unmapped:
            count = len(self._unmapped)
            values, they = ("value has", "it is") if count == 1 else ("values have", "they are")
            message = f"{count} {values} no business term in the reading; {they} listed under unmapped."
            yield Finding("INVOICY-UNMAPPED", Severity.INFORMATION, message)

    def _empty_finding(self) -> Iterator[Finding]:
        if self._empty:
            count = len(self._empty)
            message = f"{count} {'element is' if count == 1 else 'elements are'} empty and read as absent."
            terms = tuple(dict.fromkeys(self._empty_terms))
            paths = tuple(self._empty[:_PATHS_IN_A_FINDING])
            yield Finding("INVOICY-EMPTY", Severity.INFORMATION, message, terms=terms, values=paths)


def _expected_currency(term: str, currency: str) -> str:
    named = _named("BT-6" if term == "BT-111" else "BT-5")
    return f"the {named} is {currency}" if currency else f"the {named} is missing"


def _named(term: str) -> str:
    from invoicy.wording.names import listed  # loaded here, because an invoice without faults does not need it

    return listed([term])


def _short(text: str) -> str:
    return " ".join(text.split())[:_SHOWN_LENGTH]


def _folded(value: str) -> str:
    """Return the text in upper case without blanks; 1 and 0 become true and false, as in xs:boolean."""
    return _BOOLEANS.get(value.strip(), value.strip().upper())


def _slot(open_groups: list[Slots], up: int, keys: tuple[str, ...]) -> tuple[Slots, str]:
    slots = open_groups[-1 - up]
    for key in keys[:-1]:
        slots = slots.setdefault(key, {})
    return slots, keys[-1]


def _split_note(text: str, slots: Slots) -> str:
    """Split a note of UBL into BT-21 and its text: #AAI#text (EN 16931-3-2)."""
    end = _NOTE_CODE_LENGTH + 1
    if text[:1] == "#" == text[end : end + 1] and text[1:end].isalnum():
        slots.setdefault("subject_code", text[1:end])
        return text[end + 1 :].strip()
    return text
