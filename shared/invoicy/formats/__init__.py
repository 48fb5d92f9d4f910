"""E-invoice syntaxes: bytes of XML to an invoice. A new syntax is one module and one line here."""

from invoicy.errors import UnreadableDocumentError
from invoicy.formats.cii import CII
from invoicy.formats.syntax import Syntax
from invoicy.formats.ubl import UBL
from invoicy.formats.xml import parse
from invoicy.formats.zugferd1 import ZUGFERD_1, ZUGFERD_1_CANDIDATE
from invoicy.reading import InvoiceReading, status_of

SYNTAXES: tuple[Syntax, ...] = (UBL, CII, ZUGFERD_1, ZUGFERD_1_CANDIDATE)
LATER = {"FatturaElettronica": "a FatturaPA invoice"}


def read_xml(content: bytes) -> tuple[str, InvoiceReading]:
    """Name of the syntax, and the invoice.

    Raises UnreadableDocumentError when the bytes are no XML or no invoice of a known syntax.
    """
    root, findings = parse(content)
    syntax = next((s for s in SYNTAXES if root.tag in s.roots), None)
    if syntax is None:
        raise _unknown_root(str(root.tag))
    reading = syntax.read(root)
    if not findings:
        return syntax.name, reading
    together = findings + reading.findings
    return syntax.name, InvoiceReading(reading.invoice, status_of(together), together, unmapped=reading.unmapped)


def _unknown_root(tag: str) -> UnreadableDocumentError:
    namespace, _, name = tag.rpartition("}")
    if name in LATER:
        message = f"The XML is {LATER[name]}; reading that syntax comes with a later version."
        return UnreadableDocumentError("INVOICY-NOT-YET", message)
    where = f" in {namespace.removeprefix('{')}" if namespace else ""
    message = f"The XML is no invoice of a syntax that is read here: its root element is {name}{where}."
    return UnreadableDocumentError("INVOICY-NO-INVOICE", message)
