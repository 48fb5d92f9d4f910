"""EN 16931-1, 6.4 and its code lists (BR-CL): a code is one of its list."""

from collections.abc import Callable, Iterable, Iterator

from invoicy.model import Identifier
from invoicy.model.code_lists import codes
from invoicy.readings.reading import Severity
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Check, Rule, Violation, violation
from invoicy.wording.values import CodeWords

Places = Iterable[tuple[str, str | None]]


def _one(path: str, value: Callable[[InvoiceContext], str | None]) -> Callable[[InvoiceContext], Places]:
    return lambda context: ((path, value(context)),)


def _in_list(places: Callable[[InvoiceContext], Places], name: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        known = codes(name, context.syntax)
        for path, code in places(context):
            if code is not None and code not in known:
                yield violation(path, code, value=code, list=CodeWords(name, code, context.syntax))

    return check


def _is_invoice_type(context: InvoiceContext) -> Iterator[Violation]:
    known = codes("invoice_type") | codes("credit_note_type")
    code = context.invoice.type_code
    if code is not None and code not in known:
        yield violation("/type_code", code, list=CodeWords("invoice_type", code))


def _note_subjects(context: InvoiceContext) -> Places:
    for position, note in enumerate(context.invoice.notes):
        yield f"/notes/{position}/subject_code", note.subject_code


def _object_schemes(context: InvoiceContext) -> Places:
    yield from _scheme("/invoiced_object_identifier", context.invoice.invoiced_object_identifier)
    if context.syntax:  # in an XML it depends on the type of the reference: see formats/syntax_rules.py
        return
    for position, line in enumerate(context.invoice.lines):
        yield from _scheme(f"/lines/{position}/object_identifier", line.object_identifier)


def _scheme(path: str, identifier: Identifier | None) -> Places:
    if identifier is not None:
        yield f"{path}/scheme", identifier.scheme


def _party_schemes(context: InvoiceContext) -> Places:
    if not context.is_cii:
        yield from _scheme("/buyer/identifier", context.buyer.identifier)
        yield from _scheme("/payee/identifier", context.payee.identifier)
        for position, identifier in enumerate(context.seller.identifiers):
            yield f"/seller/identifiers/{position}/scheme", identifier.scheme


def _legal_schemes(context: InvoiceContext) -> Places:
    yield from _scheme("/seller/legal_registration_identifier", context.seller.legal_registration_identifier)
    yield from _scheme("/buyer/legal_registration_identifier", context.buyer.legal_registration_identifier)
    yield from _scheme("/payee/legal_registration_identifier", context.payee.legal_registration_identifier)


def _classification_schemes(context: InvoiceContext) -> Places:
    for position, line in enumerate(context.invoice.lines):
        for place, identifier in enumerate(line.item.classification_identifiers if line.item else ()):
            yield f"/lines/{position}/item/classification_identifiers/{place}/scheme", identifier.scheme


def _countries(context: InvoiceContext) -> Places:
    for path, address in (
        ("/seller", context.seller.address),
        ("/buyer", context.buyer.address),
        ("/tax_representative", context.tax_representative.address),
        ("/delivery", context.delivery.address),
    ):
        if address is not None:
            yield f"{path}/address/country_code", address.country_code


def _origins(context: InvoiceContext) -> Places:
    for position, line in enumerate(context.invoice.lines):
        if line.item is not None:
            yield f"/lines/{position}/item/country_of_origin", line.item.country_of_origin


def _document_categories(context: InvoiceContext) -> Places:
    invoice = context.invoice
    for position, allowance in enumerate(invoice.allowances):
        yield f"/allowances/{position}/vat_category_code", allowance.vat_category_code
    for position, charge in enumerate(invoice.charges):
        yield f"/charges/{position}/vat_category_code", charge.vat_category_code
    if not context.is_cii:
        yield from _breakdown_categories(context)


def _breakdown_categories(context: InvoiceContext) -> Places:
    for position, part in enumerate(context.invoice.vat_breakdown):
        yield f"/vat_breakdown/{position}/category_code", part.category_code


def _line_categories(context: InvoiceContext) -> Places:
    for position, line in enumerate(context.invoice.lines):
        yield f"/lines/{position}/vat_category_code", line.vat_category_code
    if context.is_cii:
        yield from _breakdown_categories(context)


def _allowance_reasons(context: InvoiceContext) -> Places:
    for position, allowance in enumerate(context.invoice.allowances):
        yield f"/allowances/{position}/reason_code", allowance.reason_code
    for position, line in enumerate(context.invoice.lines):
        for place, line_allowance in enumerate(line.allowances):
            yield f"/lines/{position}/allowances/{place}/reason_code", line_allowance.reason_code


def _charge_reasons(context: InvoiceContext) -> Places:
    for position, charge in enumerate(context.invoice.charges):
        yield f"/charges/{position}/reason_code", charge.reason_code
    for position, line in enumerate(context.invoice.lines):
        for place, line_charge in enumerate(line.charges):
            yield f"/lines/{position}/charges/{place}/reason_code", line_charge.reason_code


def _item_schemes(context: InvoiceContext) -> Places:
    for position, line in enumerate(context.invoice.lines):
        if line.item is not None:
            yield from _scheme(f"/lines/{position}/item/standard_identifier", line.item.standard_identifier)


def _exemption_codes(context: InvoiceContext) -> Places:
    for position, part in enumerate(context.invoice.vat_breakdown):
        code = part.exemption_reason_code
        yield f"/vat_breakdown/{position}/exemption_reason_code", code.upper() if code else None


def _units(context: InvoiceContext) -> Places:
    for position, line in enumerate(context.invoice.lines):
        yield f"/lines/{position}/unit_code", line.unit_code
        yield f"/lines/{position}/price_base_quantity_unit_code", line.price_base_quantity_unit_code
        yield f"/lines/{position}/gross_price_base_quantity_unit_code", line.gross_price_base_quantity_unit_code


def _mime_codes(context: InvoiceContext) -> Places:
    for position, document in enumerate(context.invoice.supporting_documents):
        if document.attachment is not None:
            yield f"/supporting_documents/{position}/attachment/mime_code", document.attachment.mime_code


def _address_schemes(context: InvoiceContext) -> Places:
    yield from _scheme("/seller/electronic_address", context.seller.electronic_address)
    yield from _scheme("/buyer/electronic_address", context.buyer.electronic_address)


def _location_scheme(context: InvoiceContext) -> Places:
    yield from _scheme("/delivery/location_identifier", context.delivery.location_identifier)


def _rule(number: int, sentence: str, check: Check, *terms: str) -> Rule:
    return Rule(f"BR-CL-{number:02}", Severity.FATAL, terms, sentence, check, faults="BR-CL")


_CURRENCY = _one("/currency_code", lambda context: context.invoice.currency_code)
_ACCOUNTING = _one("/vat_accounting_currency_code", lambda context: context.invoice.vat_accounting_currency_code)
_POINT = _one("/vat_point_date_code", lambda context: context.invoice.vat_point_date_code)
_MEANS = _one("/payment/means_code", lambda context: context.payment.means_code)

RULES: tuple[Rule, ...] = (
    _rule(1, "The type code (BT-3) is a code of UNTDID 1001 for invoices.", _is_invoice_type, "BT-3"),
    _rule(4, "The currency code (BT-5) is in ISO 4217.", _in_list(_CURRENCY, "currency"), "BT-5"),
    _rule(5, "The VAT accounting currency code (BT-6) is in ISO 4217.", _in_list(_ACCOUNTING, "currency"), "BT-6"),
    _rule(6, "The VAT point date code (BT-8) is 3, 35 or 432.", _in_list(_POINT, "vat_point_date"), "BT-8"),
    _rule(
        7,
        "The scheme of an invoiced object (BT-18, BT-128) is in UNTDID 1153.",
        _in_list(_object_schemes, "object_identifier_scheme"),
        "BT-18-1",
        "BT-128-1",
    ),
    _rule(8, "A note's subject (BT-21) is in UNTDID 4451.", _in_list(_note_subjects, "note_subject"), "BT-21"),
    _rule(
        10,
        "The scheme of a party's identifier (BT-29, BT-46, BT-60) is in ISO 6523.",
        _in_list(_party_schemes, "identifier_scheme"),
        "BT-29-1",
        "BT-46-1",
        "BT-60-1",
    ),
    _rule(
        11,
        "The scheme of a legal registration (BT-30, BT-47, BT-61) is in ISO 6523.",
        _in_list(_legal_schemes, "identifier_scheme"),
        "BT-30-1",
        "BT-47-1",
        "BT-61-1",
    ),
    _rule(
        13,
        "The scheme of an item's classification (BT-158) is in UNTDID 7143.",
        _in_list(_classification_schemes, "item_classification"),
        "BT-158-1",
    ),
    _rule(
        14,
        "A country code (BT-40, BT-55, BT-69, BT-80) is in ISO 3166-1.",
        _in_list(_countries, "country"),
        "BT-40",
        "BT-55",
        "BT-69",
        "BT-80",
    ),
    _rule(15, "An item's country of origin (BT-159) is in ISO 3166-1.", _in_list(_origins, "country"), "BT-159"),
    _rule(16, "The payment means (BT-81) is in UNTDID 4461.", _in_list(_MEANS, "payment_means"), "BT-81"),
    _rule(
        17,
        "A VAT category (BT-95, BT-102, BT-118) is in UNTDID 5305.",
        _in_list(_document_categories, "vat_category"),
        "BT-95",
        "BT-102",
        "BT-118",
    ),
    _rule(
        18,
        "A line's VAT category (BT-151) is in UNTDID 5305.",
        _in_list(_line_categories, "vat_category"),
        "BT-151",
    ),
    _rule(
        19,
        "The reason code of an allowance (BT-98, BT-140) is in UNTDID 5189.",
        _in_list(_allowance_reasons, "allowance_reason"),
        "BT-98",
        "BT-140",
    ),
    _rule(
        20,
        "The reason code of a charge (BT-105, BT-145) is in UNTDID 7161.",
        _in_list(_charge_reasons, "charge_reason"),
        "BT-105",
        "BT-145",
    ),
    _rule(
        21,
        "The scheme of an item's standard identifier (BT-157) is in ISO 6523.",
        _in_list(_item_schemes, "identifier_scheme"),
        "BT-157-1",
    ),
    _rule(
        22,
        "A VAT exemption reason code (BT-121) is in the list VATEX.",
        _in_list(_exemption_codes, "vat_exemption_reason"),
        "BT-121",
    ),
    _rule(
        23,
        "A unit of measure (BT-130, BT-150) is in UN/ECE Recommendation 20 or 21.",
        _in_list(_units, "unit"),
        "BT-130",
        "BT-150",
    ),
    _rule(
        24,
        "An attached document (BT-125) is a PDF, PNG, JPEG, CSV, Excel or OpenDocument spreadsheet.",
        _in_list(_mime_codes, "attachment_mime"),
        "BT-125-1",
    ),
    _rule(
        25,
        "The scheme of an electronic address (BT-34, BT-49) is in the list EAS.",
        _in_list(_address_schemes, "electronic_address_scheme"),
        "BT-34-1",
        "BT-49-1",
    ),
    _rule(
        26,
        "The scheme of a delivery location (BT-71) is in ISO 6523.",
        _in_list(_location_scheme, "identifier_scheme"),
        "BT-71-1",
    ),
)
