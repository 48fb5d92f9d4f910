"""Facts of a UBL that the rules need and the model has no place for: tax categories of other taxes than VAT."""

from collections.abc import Iterator
from decimal import Decimal

from lxml.etree import QName, _Element

from invoicy.formats.syntax_facts import OtherTax, SyntaxFacts, VatTotal
from invoicy.formats.values import decimal

_SCHEMA = "urn:oasis:names:specification:ubl:schema:xsd:"
_CAC = f"{{{_SCHEMA}CommonAggregateComponents-2}}"
_CBC = f"{{{_SCHEMA}CommonBasicComponents-2}}"
_LINES = (f"{_CAC}InvoiceLine", f"{_CAC}CreditNoteLine")
_NEITHER = "neither of VAT"
_KINDS = {"true": "charge", "1": "charge", "false": "allowance", "0": "allowance"}


def facts(root: _Element) -> SyntaxFacts:
    """Return the facts of one invoice."""
    return SyntaxFacts(
        other_tax=(*_lines(root), *_allowances(root), *_breakdown(root)),
        is_credit_note=QName(root).localname == "CreditNote",
        has_payment_means=root.find(f"{_CAC}PaymentMeans") is not None,
        has_totals=root.find(f"{_CAC}LegalMonetaryTotal") is not None,
        vat_totals=tuple(_vat_totals(root)),
    )


def _vat_totals(root: _Element) -> Iterator[VatTotal]:
    totals = [total for total in root.iterchildren(f"{_CAC}TaxTotal") if total.find(f"{_CAC}TaxSubtotal") is not None]
    for total in totals if len(totals) > 1 else ():
        amounts = [_number(part, "TaxAmount") for part in total.iterchildren(f"{_CAC}TaxSubtotal")]
        yield VatTotal(_number(total, "TaxAmount"), sum((a for a in amounts if a is not None), Decimal(0)))


def _lines(root: _Element) -> Iterator[OtherTax]:
    for line in root.iterchildren(*_LINES):
        category = line.find(f"{_CAC}Item/{_CAC}ClassifiedTaxCategory")
        if category is not None and not _is_vat(category):
            yield _other_tax("line", category, _number(line, "LineExtensionAmount"))


def _allowances(root: _Element) -> Iterator[OtherTax]:
    for group in root.iterchildren(f"{_CAC}AllowanceCharge"):
        category = group.find(f"{_CAC}TaxCategory")
        kind = _KINDS.get(_text(group, "ChargeIndicator"), "neither")
        if category is None:
            continue
        if not _is_vat(category):
            yield _other_tax(_NEITHER if kind == "neither" else kind, category, _number(group, "Amount"))
        elif kind == "neither":
            yield _other_tax(kind, category, _number(group, "Amount"))


def _breakdown(root: _Element) -> Iterator[OtherTax]:
    for part in root.iterfind(f"{_CAC}TaxTotal/{_CAC}TaxSubtotal"):
        categories = list(part.iterchildren(f"{_CAC}TaxCategory"))
        yield from (_other_tax("breakdown", category, None) for category in categories if not _is_vat(category))
        yield from (_other_tax("further", category, None) for category in list(filter(_is_vat, categories))[1:])


def _other_tax(kind: str, category: _Element, amount: Decimal | None) -> OtherTax:
    return OtherTax(kind, _text(category, "ID"), _number(category, "Percent"), amount)


def _is_vat(category: _Element) -> bool:
    scheme = category.find(f"{_CAC}TaxScheme")
    return scheme is not None and _text(scheme, "ID").upper() == "VAT"


def _text(element: _Element, name: str) -> str:
    return (element.findtext(f"{_CBC}{name}") or "").strip()


def _number(element: _Element, name: str) -> Decimal | None:
    try:
        return decimal(_text(element, name))
    except ValueError:
        return None
