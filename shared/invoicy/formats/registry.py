"""E-invoice syntaxes: read the invoice in the bytes of an XML. A new syntax is one module and one line here."""

from collections.abc import Callable
from copy import deepcopy
from typing import NamedTuple

from lxml.etree import _Element
from msgspec import Struct, structs

from invoicy.errors import UnreadableDocumentError
from invoicy.formats.cii import CII
from invoicy.formats.paths import Paths
from invoicy.formats.syntax import Syntax
from invoicy.formats.syntax_facts import SyntaxFacts
from invoicy.formats.ubl import UBL
from invoicy.formats.xml import parse
from invoicy.formats.zugferd1 import ZUGFERD_1, ZUGFERD_1_CANDIDATE
from invoicy.readings.reading import Finding, InvoiceReading, Unmapped
from invoicy.readings.status import status_of

SYNTAXES: tuple[Syntax, ...] = (UBL, CII, ZUGFERD_1, ZUGFERD_1_CANDIDATE)
_BY_ROOT = {root: syntax for syntax in SYNTAXES for root in syntax.roots}
LATER = {"FatturaElettronica": "a FatturaPA invoice"}


class SyntaxContext(NamedTuple):
    """Input of the rules besides the invoice. facts: facts of its XML that the model has no place for.

    rules: returns the findings of the official rules about the syntax, for a profile.
    """

    facts: SyntaxFacts
    rules: Callable[[str], tuple[Finding, ...]]


class Extract(Struct, frozen=True):
    """The invoices of an XML. unmapped: values of the envelope around them. sources: one for each invoice."""

    syntax: str
    invoices: tuple[InvoiceReading, ...]
    unmapped: tuple[Unmapped, ...] = ()
    sources: tuple[SyntaxContext, ...] = ()


def read_xml(content: bytes) -> Extract:
    """Read the invoices of an XML: one, or all invoices in an envelope.

    Raises UnreadableDocumentError if the bytes are not XML or contain no invoice of a known syntax.
    """
    root, findings = parse(content)
    roots = invoices_in(root)
    invoices = tuple(_with(findings, syntax.read(element)) for element, syntax in roots)
    elements = {element for element, _ in roots}
    outside = () if root in elements else tuple(Paths().leaves(root, but=elements))
    sources = tuple(_source(*pair, reading, root) for pair, reading in zip(roots, invoices, strict=True))
    return Extract(roots[0][1].name, invoices, outside, sources)


def invoices_in(root: _Element) -> list[tuple[_Element, Syntax]]:
    """Return the root elements of the invoices in a tree, each with its syntax.

    Raises UnreadableDocumentError if no element has a known syntax.
    """
    roots = [(element, _BY_ROOT[str(element.tag)]) for element in root.iter(*_BY_ROOT)]
    if not roots:
        raise _unknown_root(str(root.tag))
    return roots


def rule_ids(syntax: str, profile: str) -> frozenset[str]:
    """Return the ids of the official rules about a syntax that apply under a profile."""
    syntax_rules = next((known.syntax_rules for known in SYNTAXES if known.name == syntax), None)
    return frozenset() if syntax_rules is None else syntax_rules(profile).ids()


def _source(element: _Element, syntax: Syntax, reading: InvoiceReading, root: _Element) -> SyntaxContext:
    """Return the input of the rules. They start at the root element, so an invoice in an envelope is copied."""
    unreadable, empty = (_terms_of(reading, rule) for rule in ("INVOICY-VALUE", "INVOICY-EMPTY"))
    facts = structs.replace(syntax.facts(element), unreadable=unreadable, empty=empty)
    return SyntaxContext(
        facts, lambda profile: syntax.rules(element if element is root else deepcopy(element), profile)
    )


def _terms_of(reading: InvoiceReading, rule: str) -> frozenset[str]:
    return frozenset(term for finding in reading.findings if finding.rule == rule for term in finding.terms)


def _with(findings: tuple[Finding, ...], reading: InvoiceReading) -> InvoiceReading:
    if not findings:
        return reading
    together = findings + reading.findings
    return InvoiceReading(reading.invoice, status_of(together), together, unmapped=reading.unmapped)


def _unknown_root(tag: str) -> UnreadableDocumentError:
    namespace, _, name = tag.rpartition("}")
    if name in LATER:
        message = f"The XML is {LATER[name]}; reading that syntax comes with a later version."
        return UnreadableDocumentError("INVOICY-NOT-YET", message)
    where = f" in {namespace.removeprefix('{')}" if namespace else ""
    message = f"The XML is not an invoice in UBL, CII or ZUGFeRD: its root element is {name}{where}."
    return UnreadableDocumentError("INVOICY-NO-INVOICE", message)
