"""Build an XML tree; leaves without a text are left out."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lxml import etree

Leaf = str | Decimal | dt.date | None


def root(name: str, namespaces: Mapping[str, str]) -> etree._Element:
    """Start a tree; `name` is written with one of the prefixes, "" being the default namespace."""
    prefix, _, local = name.rpartition(":")
    # Any: stubs disagree on whether a prefix may be None, which is how lxml spells the default namespace
    nsmap: dict[Any, str] = {key or None: namespace for key, namespace in namespaces.items()}
    return etree.Element(f"{{{namespaces[prefix]}}}{local}", nsmap=nsmap)


def branch(parent: etree._Element, path: str) -> etree._Element:
    """Append the elements of a path, one inside the other, and give the innermost."""
    for name in path.split("/"):
        parent = etree.SubElement(parent, _qualified(parent, name))
    return parent


def leaf(parent: etree._Element, path: str, value: Leaf, **attributes: str) -> None:
    """Append the elements of a path with a text at the end, unless there is no text."""
    text = _text(value)
    if not text:
        return
    element = branch(parent, path)
    element.text = text
    for key, attribute in attributes.items():
        if attribute:
            element.set(key, attribute)


def serialize(element: etree._Element) -> bytes:
    """Write the tree, indented, with an XML declaration."""
    etree.indent(element, "  ")
    return etree.tostring(element, encoding="UTF-8", xml_declaration=True) + b"\n"


def _text(value: Leaf) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else f"{value:f}" if isinstance(value, Decimal) else value


def _qualified(parent: etree._Element, name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{parent.nsmap[prefix]}}}{local}" if prefix else local
