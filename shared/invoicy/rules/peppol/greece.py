"""Peppol's rules of Greece (GR-R, GR-S)."""

import re
from collections.abc import Callable, Iterator

from invoicy.model import Identifier, SupportingDocument
from invoicy.readings.reading import Severity
from invoicy.rules.countries import (
    buyer_country,
    is_greek,
    own_seller_country,
    seller_address_country,
    seller_country,
)
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.peppol.identifiers import weighted
from invoicy.rules.rule import Check, Rule, Violation, rule, violation

_MARK = "##M.AR.K##"
_URL = "##INVOICE|URL##"
_SEGMENTS = 6
_TYPES = frozenset({"1.1", "1.6", "2.1", "2.4", "5.1", "5.2"})
_ADDRESS_SCHEME = "9933"


def is_greek_tax_number(value: str) -> bool:
    """Nine digits, the last one modulo 11."""
    if len(value) < 9 or not value[:9].isdigit():  # noqa: PLR2004
        return False
    return weighted(value, (256, 128, 64, 32, 16, 8, 4, 2)) % 11 % 10 == int(value[8])


def _is_sender(context: InvoiceContext) -> bool:
    return is_greek(seller_country(context))


def _has_seller(context: InvoiceContext) -> bool:
    """Test for the group of the Seller; an XML without it is exempt."""
    return context.invoice.seller is not None or not context.syntax


def _between_greeks(context: InvoiceContext) -> bool:
    return _is_sender(context) and is_greek(buyer_country(context))


def _is_greek_vat(identifier: str | None) -> bool:
    return bool(identifier) and (identifier or "")[:2] == "EL" and is_greek_tax_number((identifier or "")[2:])


def _first_is_tax_number(segment: str, context: InvoiceContext) -> bool:
    own = {
        (party or "")[2:11]
        for party in (context.seller.vat_identifier, context.tax_representative.vat_identifier)
        if party
    }
    return len(segment.strip()) == 9 and is_greek_tax_number(segment) and segment in own  # noqa: PLR2004


def _second_is_issue_date(segment: str, context: InvoiceContext) -> bool:
    issued = context.invoice.issue_date
    return issued is not None and segment.split("/")[:3] == [f"{issued:%d}", f"{issued:%m}", f"{issued:%Y}"]


_PARTS: tuple[tuple[str, Callable[[str, InvoiceContext], bool]], ...] = (
    ("is the tax number of the Seller or its representative", _first_is_tax_number),
    ("is the issue date (BT-2) as DD/MM/YYYY", _second_is_issue_date),
    ("is a positive whole number", lambda segment, _: segment.strip().isdigit()),
    ("is a Greek document type", lambda segment, _: segment in _TYPES),
    ("is not empty", lambda segment, _: bool(segment)),
    ("is not empty", lambda segment, _: bool(segment)),
)


def _segments(context: InvoiceContext) -> list[str]:
    return (context.invoice.number or "").split("|")


def gr_r_001_1(context: InvoiceContext) -> Iterator[Violation]:
    """A Greek invoice number (BT-1) has six segments."""
    if _is_sender(context) and context.invoice.number and len(_segments(context)) != _SEGMENTS:
        yield violation("/number", context.invoice.number, count=len(_segments(context)))


def _segment(position: int) -> Check:
    _, is_right = _PARTS[position]

    def check(context: InvoiceContext) -> Iterator[Violation]:
        if not _is_sender(context) or not context.invoice.number:
            return
        segments = _segments(context)
        segment = segments[position] if position < len(segments) else ""
        if not is_right(segment, context):
            yield violation("/number", context.invoice.number, segment=segment)

    return check


def _segment_rule(position: int) -> Rule:
    sentence = f"Segment {position + 1} of a Greek invoice number (BT-1) {_PARTS[position][0]}."
    return Rule(f"GR-R-001-{position + 2}", Severity.FATAL, ("BT-1",), sentence, _segment(position))


def gr_r_002(context: InvoiceContext) -> Iterator[Violation]:
    """A Greek Seller gives its name as registered (BT-28)."""
    if _is_sender(context) and _has_seller(context) and not context.seller.trading_name:
        yield violation("/seller/trading_name")


def gr_r_003(context: InvoiceContext) -> Iterator[Violation]:
    """A Greek Seller's VAT identifier (BT-31) is EL followed by a valid tax number."""
    if _is_sender(context) and context.seller.vat_identifier and not _is_greek_vat(context.seller.vat_identifier):
        yield violation("/seller/vat_identifier", context.seller.vat_identifier)


def gr_s_011(context: InvoiceContext) -> Iterator[Violation]:
    """A Greek Seller should give its VAT identifier (BT-31)."""
    if _is_sender(context) and _has_seller(context) and not _is_greek_vat(context.seller.vat_identifier):
        yield violation("/seller/vat_identifier", context.seller.vat_identifier)


def _documents(context: InvoiceContext, description: str) -> list[tuple[int, SupportingDocument]]:
    documents = enumerate(context.invoice.supporting_documents)
    return [(position, document) for position, document in documents if document.description == description]


def _is_from_greece(context: InvoiceContext) -> bool:
    return _is_sender(context) and seller_address_country(context) == "GR"


def gr_r_004_1(context: InvoiceContext) -> Iterator[Violation]:
    """A Greek invoice has one MARK number (BG-24)."""
    count = len(_documents(context, _MARK))
    if _is_from_greece(context) and count != 1:
        yield violation("/supporting_documents", fault="several" if count else "", count=count)


def gr_r_004_2(context: InvoiceContext) -> Iterator[Violation]:
    """A MARK number (BT-122) is a positive whole number."""
    for position, document in _documents(context, _MARK) if _is_from_greece(context) else ():
        if not re.match(r"[1-9]\d*", document.reference or ""):
            yield violation(f"/supporting_documents/{position}/reference", document.reference)


def gr_s_008_1(context: InvoiceContext) -> Iterator[Violation]:
    """A Greek invoice should have one address where it can be verified (BG-24)."""
    count = len(_documents(context, _URL))
    if _is_from_greece(context) and count != 1:
        yield violation("/supporting_documents", fault="several" if count else "", count=count)


def gr_r_008_2(context: InvoiceContext) -> Iterator[Violation]:
    """A Greek invoice has one address at most where it can be verified (BG-24)."""
    count = len(_documents(context, _URL))
    if _is_from_greece(context) and count > 1:
        yield violation("/supporting_documents", count=count)


def gr_r_008_3(context: InvoiceContext) -> Iterator[Violation]:
    """The address where a Greek invoice can be verified is given (BT-124)."""
    for position, document in _documents(context, _URL) if _is_sender(context) else ():
        if not document.external_location:
            yield violation(f"/supporting_documents/{position}/external_location")


def gr_r_005(context: InvoiceContext) -> Iterator[Violation]:
    """A Greek Seller gives the Buyer's full name (BT-45)."""
    if _is_sender(context) and context.invoice.buyer is not None and not context.buyer.trading_name:
        yield violation("/buyer/trading_name")


def gr_r_006(context: InvoiceContext) -> Iterator[Violation]:
    """A Greek Seller gives a Greek Buyer's VAT identifier (BT-48)."""
    if _between_greeks(context) and not _is_greek_vat(context.buyer.vat_identifier):
        yield violation("/buyer/vat_identifier", context.buyer.vat_identifier)


def _lacks_tax_number(address: Identifier | None) -> bool:
    return address is not None and not (address.scheme == _ADDRESS_SCHEME and is_greek_tax_number(address.value or ""))


def gr_r_009(context: InvoiceContext) -> Iterator[Violation]:
    """A Greek Seller's electronic address (BT-34) is its tax number, scheme 9933."""
    if is_greek(own_seller_country(context)) and _lacks_tax_number(context.seller.electronic_address):
        yield violation("/seller/electronic_address")


def gr_r_010(context: InvoiceContext) -> Iterator[Violation]:
    """A Greek Buyer's electronic address (BT-49) is its tax number, scheme 9933, if the Seller is Greek, too."""
    if _between_greeks(context) and _lacks_tax_number(context.buyer.electronic_address):
        yield violation("/buyer/electronic_address")


RULES: tuple[Rule, ...] = (
    rule(gr_r_001_1, "BT-1"),
    *(_segment_rule(position) for position in range(_SEGMENTS)),
    rule(gr_r_002, "BT-28"),
    rule(gr_r_003, "BT-31"),
    rule(gr_s_011, "BT-31", severity=Severity.WARNING),
    rule(gr_r_004_1, "BG-24"),
    rule(gr_r_004_2, "BT-122"),
    rule(gr_s_008_1, "BG-24", severity=Severity.WARNING),
    rule(gr_r_008_2, "BG-24"),
    rule(gr_r_008_3, "BT-124"),
    rule(gr_r_005, "BT-45"),
    rule(gr_r_006, "BT-48"),
    rule(gr_r_009, "BT-34"),
    rule(gr_r_010, "BT-49"),
)
