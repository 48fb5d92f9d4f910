"""Sentences that state the fault an XML element has, made from the templates in data/syntax.

A template's placeholders:

    {text}       the element's text, in quotation marks
    {name}       the element's name
    {count}      the number of nodes that the test counts, or "no"
    {occurs}     the same in words: "is missing", "occurs once", "occurs 2 times"
    {=XPATH}     a number: {=cbc:Amount}, {=sum(ram:ActualAmount)}
    {XPATH}      the text of a node, in quotation marks: {@schemeID}, {cbc:CompanyID}
    {?XPATH}     no text; a condition that the XPath has to meet

"|" separates alternatives: the first one whose values are all present and whose conditions are met is taken.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lxml import etree
from lxml.etree import _Element
from msgspec import Struct

from invoicy.formats.paths import name_of

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_QUOTED_LENGTH = 60
_DIGITS_OF_A_FLOAT = 6


class SyntaxFault(Struct, frozen=True):
    """The template of one rule's fault. test: the XPath that fails. namespaces: URI by prefix, for both."""

    template: str
    test: str
    namespaces: dict[str, str]

    def of(self, element: _Element) -> str:
        """Return the sentence about an element that fails the test."""
        alternatives = self.template.split("|")
        chosen = next((each for each in alternatives if self._fits(each, element)), alternatives[-1])
        return _PLACEHOLDER.sub(lambda match: self._value(match[1], element), chosen)

    def nodes(self, element: _Element) -> list[_Element]:
        """Return the elements that the test counts, or else those that it rules out; empty if it does neither."""
        inner = next(_inside("count", self.test), "") or next(_inside("not", self.test), "")
        result = self._xpath(inner, element) if inner else ()
        if not isinstance(result, list):
            return []
        owners = (node if isinstance(node, _Element) else node.getparent() for node in result)
        return [owner for owner in owners if owner is not None]

    def _fits(self, alternative: str, element: _Element) -> bool:
        return all(
            self._xpath(f"boolean({name[1:]})", element) if name.startswith("?") else self._value(name, element)
            for name in _PLACEHOLDER.findall(alternative)
        )

    def _value(self, placeholder: str, element: _Element) -> str:
        """Return a value as it is in the sentence; empty for an absent value."""
        if placeholder.startswith("?"):
            return ""
        if placeholder == "text":
            return _quoted(element.text or "")
        if placeholder == "name":
            return name_of(element)
        if placeholder in {"count", "occurs"}:
            count = len(self.nodes(element))
            return (str(count) if count else "no") if placeholder == "count" else _occurrence(count)
        if placeholder.startswith("="):
            return _number(str(self._xpath(f"string({placeholder[1:]})", element)))
        return _quoted(str(self._xpath(f"string({placeholder})", element)))

    def _xpath(self, expression: str, element: _Element) -> object:
        return etree.XPath(expression, namespaces=self.namespaces)(element)


def _inside(function: str, test: str) -> Iterator[str]:
    """Return the arguments of each call of an XPath function, in order."""
    for match in re.finditer(rf"\b{function} ?\(", test):
        depth = 1
        for end in range(match.end(), len(test)):
            depth += {"(": 1, ")": -1}.get(test[end], 0)
            if depth == 0:
                yield test[match.end() : end]
                break


def _quoted(text: str) -> str:
    folded = " ".join(text.split())
    if len(folded) > _QUOTED_LENGTH:
        folded = folded[: _QUOTED_LENGTH - 1] + "…"
    return f"'{folded}'" if folded else ""


def _occurrence(count: int) -> str:
    return {0: "is missing", 1: "occurs once"}.get(count, f"occurs {count} times")


def _number(text: str) -> str:
    """Write a number in groups of three digits, without the noise of XPath's floats; other text is unchanged."""
    from invoicy.wording.values import number as grouped  # an invoice without faults does not need it

    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return _quoted(text)
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):  # XPath's "NaN": it has computed with text
        return ""
    if exponent < -_DIGITS_OF_A_FLOAT:
        number = round(number, _DIGITS_OF_A_FLOAT).normalize()
    return grouped(number)
