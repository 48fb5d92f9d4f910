"""UBL invoices rewritten as UBL credit notes and as CII, for which the corpus has no unit tests."""

import re
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree
from lxml.etree import _Element
from msgspec import Struct, structs

from bench.rules.unit_tests import Expectation
from invoicy.errors import UnreadableDocumentError
from invoicy.formats.cii import NAMESPACES
from invoicy.formats.registry import read_xml
from invoicy.model import Invoice
from invoicy.model.terms import term_of_field

_INVOICE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
_CREDIT_NOTE = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
_OF_CREDIT_NOTES = {
    f"{{{_INVOICE}}}Invoice": f"{{{_CREDIT_NOTE}}}CreditNote",
    **{
        f"{{urn:oasis:names:specification:ubl:schema:xsd:Common{kind}Components-2}}{old}": new
        for kind, old, new in (
            ("Aggregate", "InvoiceLine", "CreditNoteLine"),
            ("Basic", "InvoicedQuantity", "CreditedQuantity"),
            ("Basic", "InvoiceTypeCode", "CreditNoteTypeCode"),
        )
    },
}
_STEP = re.compile(r"([^/\[]+)(?:\[([^\]=?]+)\??=([^\]]*)\])?")
_VAT_POINT_DATES = {"3": "5", "35": "29", "432": "72"}
_IDENTIFIER = {"value", "content"}


def as_credit_notes(tests: Iterator[Expectation]) -> Iterator[tuple[str, int, bytes]]:
    """Name, number and credit note of every document that is an invoice."""
    for test in tests:
        root = etree.fromstring(test.document)
        if root.tag not in _OF_CREDIT_NOTES:
            continue
        renamed = etree.Element(_OF_CREDIT_NOTES[str(root.tag)], nsmap=root.nsmap)
        renamed.extend(list(root))
        for element in renamed.iter():
            name = _OF_CREDIT_NOTES.get(str(element.tag))
            if name is not None and element is not renamed:
                element.tag = f"{str(element.tag).partition('}')[0]}}}{name}"
        yield test.file, test.number, etree.tostring(renamed, encoding="utf-8")


def as_cii(tests: Iterator[Expectation]) -> Iterator[tuple[str, int, bytes]]:
    """Name, number and CII of every document that can be read."""
    for test in tests:
        try:
            (reading,) = read_xml(test.document).invoices
        except UnreadableDocumentError:
            continue
        yield test.file, test.number, cii(reading.invoice)


def cii(invoice: Invoice) -> bytes:
    """The invoice in CII, its elements in the order of the model: enough for the rules, too little for the schema."""
    root = etree.Element(f"{{{NAMESPACES['rsm']}}}CrossIndustryInvoice", nsmap=NAMESPACES)
    _write(root, root, "", invoice, invoice)
    return etree.tostring(root, encoding="utf-8")


def _write(root: _Element, parent: _Element, path: str, group: Struct, invoice: Invoice) -> None:
    for field in structs.fields(group):
        value = getattr(group, field.name)
        here = f"{path}.{field.name}".lstrip(".")
        if isinstance(value, tuple):
            for part in value:
                _write_one(root, parent, f"{here}[]", part, invoice)
        elif value is not None and field.name not in _IDENTIFIER:
            _write_one(root, parent, here, value, invoice)


def _write_one(root: _Element, parent: _Element, field: str, value: Any, invoice: Invoice) -> None:
    term = term_of_field().get(field)
    place = "" if term is None else _alternative(term.cii, value)
    if place == "-":
        return
    start = root if place.startswith("/") else parent
    if not isinstance(value, Struct):
        _fill(_element(start, place, invoice), place, value, invoice)
        return
    outer, _, inner = place.partition(">")
    element = _element(start, outer.strip("/?"), invoice, add=field.endswith("[]")) if outer else start
    content = getattr(value, "value", None) or getattr(value, "content", None)
    if content is not None:
        _fill(_element(element, inner, invoice), inner, content, invoice)
    _write(root, element, field, value, invoice)


def _alternative(place: str, value: Any) -> str:
    """A global identifier has a scheme."""
    first, _, second = place.partition("|")
    return second if second.endswith("GlobalID") and getattr(value, "scheme", None) else first


def _element(start: _Element, place: str, invoice: Invoice, *, add: bool = False) -> _Element:
    steps = [match for match in _STEP.finditer(place.partition("@")[0] if "[" not in place else place) if match[1]]
    for number, step in enumerate(steps):
        if step[1].startswith("@"):
            break
        start = _child(start, step, invoice, add=add and number == len(steps) - 1)
    return start


def _child(start: _Element, step: re.Match[str], invoice: Invoice, *, add: bool) -> _Element:
    name, condition = _tag(step[1]), step[2]
    wanted = (invoice.vat_accounting_currency_code or "") if step[3] == "$accounting" else step[3]
    for child in start.iterchildren(name):
        if not add and (condition is None or _told(child, condition) == wanted):
            return child
    child = etree.SubElement(start, name)
    if condition is not None and condition.startswith("@"):
        child.set(condition[1:], wanted)
    elif condition is not None:
        _element(child, condition, invoice).text = wanted
    return child


def _told(element: _Element, condition: str) -> str | None:
    if condition.startswith("@"):
        return element.get(condition[1:])
    return element.findtext("/".join(_tag(step) for step in condition.split("/")))


def _tag(step: str) -> str:
    prefix, _, name = step.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{name}"


def _fill(element: _Element, place: str, value: Any, invoice: Invoice) -> None:
    if place.endswith("DueDateTypeCode"):
        value = _VAT_POINT_DATES.get(value, value)
    attribute = re.search(r"(?:^|/)@(\w+)$", place)
    if attribute is not None:
        element.set(attribute[1], str(value))
        return
    element.text = _text(value)
    if isinstance(value, date):
        element.set("format", "102")
    if place.endswith("TaxTotalAmount"):
        element.set("currencyID", invoice.currency_code or "")


def _text(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%Y%m%d}"
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
