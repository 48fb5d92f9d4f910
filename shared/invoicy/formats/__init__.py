"""E-invoice syntaxes: bytes of XML to an invoice. A new syntax is one module and one line here."""

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
    """What an XML gave. rules: what the rules about its syntax find. facts: what it says beyond the model."""

    syntax: str
    reading: InvoiceReading
    rules: tuple[Finding, ...]
    facts: Facts


def read_with_facts(content: bytes, *, rules: bool = False) -> XmlReading:
    """Like read_xml, with what the rules need besides the invoice."""
    root, findings = parse(content)
    syntax = next((s for s in SYNTAXES if root.tag in s.roots), None)
    if syntax is None:
        raise UnreadableDocumentError("INVOICY-NO-INVOICE", _unknown_root(QName(root)))
    reading = syntax.read(root)
    if findings:
        together = findings + reading.findings
        reading = InvoiceReading(reading.invoice, status_of(together), together, unmapped=reading.unmapped)
    unreadable = frozenset(term for f in reading.findings if f.rule == "INVOICY-VALUE" for term in f.terms)
    facts = structs.replace(syntax.facts(root), unreadable=unreadable)
    return XmlReading(syntax.name, reading, syntax.rules(root) if rules else (), facts)


def _unknown_root(root: QName) -> str:
    where = f" in {root.namespace}" if root.namespace else ""
    return f"The XML is no invoice of a syntax that is read here: its root element is {root.localname}{where}."
