"""Compiles the term table's paths for one syntax into a tree of nodes that mirrors the XML.

The notation of a path, in data/terms.tsv:

    cac:Party/cbc:Name             child elements, below the nearest group that has a path
    /cac:TaxTotal/cbc:TaxAmount    from the document's root element
    a/b@c or @c                    an attribute
    a|b                            alternatives; the first one met gives the value
    a[b/c=VAT]                     only an a whose b/c is VAT in any letter case; b/c itself then counts as mapped
    a[b/c?=VAT]                    the same, or an a without b/c
    a[b/@c=$accounting]            compared with the VAT accounting currency, if it differs from the invoice's
    a>b                            the identifier is the element a, its content is in b
    a?                             a group that counts only if it has content
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from invoicy.formats.values import CONVERTERS, Converter
from invoicy.model.terms import Term, terms

ACCOUNTING = "$ACCOUNTING"
_COMPOSED = {"identifier": "value", "binary": "content"}
_STEP = re.compile(r"[^/\[]+(?:\[[^\]]*\])?")
_PREDICATE = re.compile(r"(?P<name>[^\[]+)(?:\[(?P<path>[^=?]+)(?P<operator>\??=)(?P<value>[^\]]*)\])?")


class Predicate(Struct, frozen=True):
    """A condition on an element: the text at path is value (upper case). optional: a missing text meets it, too."""

    path: tuple[str, ...]
    attribute: str
    value: str
    optional: bool


class Target(Struct, frozen=True):
    """The target of a value: the group that is `up` levels above the open one, then along `keys`."""

    up: int
    keys: tuple[str, ...]


class Leaf(Struct, frozen=True):
    """A term that is the text of an element or of an attribute."""

    term: str
    type: str
    target: Target
    convert: Converter


class Opening(Struct, frozen=True):
    """An element that opens a group, or an identifier, which the reader treats as a group."""

    term: str
    target: Target
    many: bool
    only_with_content: bool


class Node(Struct):
    """An element of the binding. constant: the text that it must have, in upper case."""

    children: dict[str, "Node"] = {}
    choices: dict[str, list[tuple[Predicate, "Node"]]] = {}
    attributes: dict[str, Leaf] = {}
    constant_attributes: dict[str, str] = {}
    leaf: Leaf | None = None
    opening: Opening | None = None
    constant: str | None = None


def _same(step: str) -> str:
    return step


class Vocabulary(Struct, frozen=True):
    """The names of one syntax for the steps in a column of the table.

    column: of data/terms.tsv. namespaces: URI by prefix. rename: the syntax's own step for a step of the table, None to
    leave it out. converters: for the types that this syntax writes in its own way.
    """

    column: str
    namespaces: dict[str, str]
    rename: Callable[[str], str | None] = _same
    converters: dict[str, Converter] = {}


def compile_binding(vocabulary: Vocabulary) -> Node:
    """Compile the tree for a vocabulary from every term that has a path in its column."""
    compiler = _Compiler(vocabulary)
    places = [place for term in terms() for place in compiler.places(term)]
    for place in sorted((p for p in places if p.opens), key=lambda p: len(p.steps)):
        compiler.open(place)
    for place in places:
        compiler.fill(place)
    return compiler.root


class _Place(Struct, frozen=True):
    """A term at one of its paths. content: the path of an identifier's value below its element."""

    term: Term
    steps: tuple[str, ...]
    content: tuple[str, ...] = ()
    only_with_content: bool = False

    @property
    def opens(self) -> bool:
        return bool(self.steps) and self.term.type in {"group", *_COMPOSED}


@cache
def _parsed(step: str) -> re.Match[str]:
    match = _PREDICATE.fullmatch(step)
    if match is None:
        raise ValueError(f"data/terms.tsv: {step} is no step of a path")
    return match


class _Compiler:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self.root = Node()
        self._vocabulary = vocabulary
        self._converters = {**CONVERTERS, **vocabulary.converters}
        self._groups: dict[int, str] = {}
        self._tags: dict[str, str] = {}
        self._nodes: dict[tuple[str, ...], Node] = {}
        self._paths: dict[str, list[tuple[str, ...]]] = {"": [()]}

    def places(self, term: Term) -> Iterator[_Place]:
        column = str(getattr(term, self._vocabulary.column))
        if column == "-":
            return
        for alternative in column.split("|"):
            for base in self._bases(term, alternative):
                yield self._place(term, base, alternative.lstrip("/"))

    def _bases(self, term: Term, path: str) -> list[tuple[str, ...]]:
        return [()] if path.startswith("/") else list(self._paths.get(term.parent, [()]))

    def _place(self, term: Term, base: tuple[str, ...], path: str) -> _Place:
        group, _, content = path.partition(">")
        steps = base + tuple(self._steps(group.removesuffix("?")))
        if term.type in {"group", *_COMPOSED}:
            self._paths.setdefault(term.field, []).append(steps)
        only_with_content = group.endswith("?") or term.type in _COMPOSED
        return _Place(term, steps, tuple(self._steps(content)), only_with_content)

    def open(self, place: _Place) -> None:
        node = self._node(place.steps)
        target = self._target(place.term.field, place.steps[:-1])
        many = place.term.field.endswith("[]")
        node.opening = Opening(place.term.term, target, many, place.only_with_content)
        self._groups[id(node)] = place.term.field

    def fill(self, place: _Place) -> None:
        term = place.term
        if term.type.endswith("[]"):
            self._recurse(place)
        elif term.type in _COMPOSED:
            self._leaf(term, place.steps + place.content, f"{term.field}.{_COMPOSED[term.type]}")
        elif term.type != "group":
            self._leaf(term, place.steps, term.field)

    def _steps(self, path: str) -> Iterator[str]:
        for step in _STEP.findall(path):
            name, bracket, predicate = step.partition("[")
            renamed = name if name.startswith(("@", ".")) else self._vocabulary.rename(name)
            if renamed is not None and renamed != ".":
                yield renamed + bracket + predicate

    def _recurse(self, place: _Place) -> None:
        """Bind an element that has the shape of an open group and opens a group of its own."""
        shape = self._node(self._paths[place.term.type][0])
        key = place.term.field.rpartition(".")[2].removesuffix("[]")
        opening = Opening(place.term.term, Target(0, (key,)), many=True, only_with_content=False)
        twin = Node(shape.children, shape.choices, shape.attributes, shape.constant_attributes, opening=opening)
        self._node(place.steps[:-1]).children[self._qualified(place.steps[-1])] = twin

    def _leaf(self, term: Term, steps: tuple[str, ...], path: str) -> None:
        *parents, last = steps
        if last.startswith("@"):
            leaf = Leaf(term.term, term.type, self._target(path, tuple(parents)), self._converters[term.type])
            self._node(tuple(parents)).attributes[last[1:]] = leaf
            return
        target = self._target(path, steps)
        self._node(steps).leaf = Leaf(term.term, term.type, target, self._converters[term.type])

    def _target(self, path: str, steps: tuple[str, ...]) -> Target:
        opened = self._opened(steps)
        home = max((group for group in opened if not group or path.startswith(f"{group}.")), key=len)
        up = len(opened) - 1 - opened.index(home)
        keys = path[len(home) :].lstrip(".").replace("[]", "").split(".")
        return Target(up, tuple(keys))

    def _opened(self, steps: tuple[str, ...]) -> tuple[str, ...]:
        """Return the groups that are open at an element, the invoice itself first."""
        if not steps:
            return ("",)
        above = self._opened(steps[:-1])
        group = self._groups.get(id(self._node(steps)))
        return above if group is None else (*above, group)

    def _node(self, steps: tuple[str, ...]) -> Node:
        if not steps:
            return self.root
        node = self._nodes.get(steps)
        if node is None:
            node = self._nodes[steps] = self._child(self._node(steps[:-1]), steps[-1])
        return node

    def _child(self, node: Node, step: str) -> Node:
        match = _parsed(step)
        tag = self._qualified(match["name"])
        if match["path"] is None:
            return node.children.setdefault(tag, Node())
        predicate = self._predicate(match)
        choices = node.choices.setdefault(tag, [])
        for known, child in choices:
            if known == predicate:
                return child
        child = Node()
        choices.append((predicate, child))
        self._expect(child, predicate)
        return child

    def _predicate(self, match: re.Match[str]) -> Predicate:
        *path, last = self._steps(match["path"])
        attribute = last[1:] if last.startswith("@") else ""
        if not attribute:
            path.append(last)
        tags = tuple(map(self._qualified, path))
        return Predicate(tags, attribute, match["value"].upper(), match["operator"] == "?=")

    def _expect(self, node: Node, predicate: Predicate) -> None:
        """Bind the value that a predicate tests, so that it does not count as unmapped."""
        for tag in predicate.path:
            node = node.children.setdefault(tag, Node())
        if predicate.value == ACCOUNTING:
            return
        if predicate.attribute:
            node.constant_attributes[predicate.attribute] = predicate.value
        else:
            node.constant = predicate.value

    def _qualified(self, name: str) -> str:
        tag = self._tags.get(name)
        if tag is None:
            prefix, colon, local = name.partition(":")
            tag = f"{{{self._vocabulary.namespaces[prefix]}}}{local}" if colon else name
            self._tags[name] = tag
        return tag
