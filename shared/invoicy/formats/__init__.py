"""E-invoice syntaxes: bytes of XML to an invoice. A new syntax is one module and one line here."""

from collections.abc import Callable
from typing import NamedTuple

from lxml.etree import QName
from msgspec import structs

from invoicy.errors import UnreadableDocumentError
from invoicy.facts import Facts
from invoicy.formats.cii import CII
from invoicy.formats.syntax import Syntax
from invoicy.formats.ubl import UBL
from invoicy.formats.xml import parse
from invoicy.formats.zugferd1 import ZUGFERD_1, ZUGFERD_1_CANDIDATE
from invoicy.reading import Finding, InvoiceReading, status_of

SYNTAXES: tuple[Syntax, ...] = (UBL, CII, ZUGFERD_1, ZUGFERD_1_CANDIDATE)


def read_xml(content: bytes) -> tuple[str, InvoiceReading]:
    """Name of the syntax, and the invoice.

    Raises UnreadableDocumentError when the bytes are no XML or no invoice of a known syntax.
    """
    read = read_with_facts(content)
    return read.syntax, read.reading


class XmlReading(NamedTuple):
    """What an XML gave. facts: what it says beyond the model. rules: what its syntax's rules find under a profile."""

    syntax: str
    reading: InvoiceReading
    facts: Facts
    rules: Callable[[str], tuple[Finding, ...]]


def read_with_facts(content: bytes) -> XmlReading:
    """Like read_xml, with what the rules need besides the invoice."""
    root, findings = parse(content)
    syntax = next((s for s in SYNTAXES if root.tag in s.roots), None)
    if syntax is None:
        raise UnreadableDocumentError("INVOICY-NO-INVOICE", _unknown_root(QName(root)))
    reading = syntax.read(root)
    if findings:
        together = findings + reading.findings
        reading = InvoiceReading(reading.invoice, status_of(together), together, unmapped=reading.unmapped)
    unreadable, empty = (_terms_of(reading, rule) for rule in ("INVOICY-VALUE", "INVOICY-EMPTY"))
    facts = structs.replace(syntax.facts(root), unreadable=unreadable, empty=empty)
    return XmlReading(syntax.name, reading, facts, lambda profile: syntax.rules(root, profile))


def _terms_of(reading: InvoiceReading, rule: str) -> frozenset[str]:
    return frozenset(term for finding in reading.findings if finding.rule == rule for term in finding.terms)


def _unknown_root(root: QName) -> str:
    where = f" in {root.namespace}" if root.namespace else ""
    return f"The XML is no invoice of a syntax that is read here: its root element is {root.localname}{where}."
