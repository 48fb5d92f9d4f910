"""EN 16931-1, 6.4: Seller, Buyer, Payee, Seller tax representative and the place of delivery."""

from collections.abc import Iterator

from invoicy.model import Identifier
from invoicy.model.code_lists import codes
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Rule, Violation, rule, violation


def br_06(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice names the Seller (BT-27)."""
    if not context.seller.name:
        yield violation("/seller/name")


def br_07(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice names the Buyer (BT-44)."""
    if not context.buyer.name:
        yield violation("/buyer/name")


def br_08(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice has the Seller's postal address (BG-5)."""
    if context.seller.address is None:
        yield violation("/seller/address")


def br_09(context: InvoiceContext) -> Iterator[Violation]:
    """The Seller's postal address has a country code (BT-40)."""
    address = context.seller.address
    if (address is not None and not address.country_code) or (address is None and context.is_cii):
        yield violation("/seller/address/country_code")


def br_10(context: InvoiceContext) -> Iterator[Violation]:
    """An invoice has the Buyer's postal address (BG-8)."""
    if context.buyer.address is None:
        yield violation("/buyer/address")


def br_11(context: InvoiceContext) -> Iterator[Violation]:
    """The Buyer's postal address has a country code (BT-55)."""
    address = context.buyer.address
    if (address is not None and not address.country_code) or (address is None and context.is_cii):
        yield violation("/buyer/address/country_code")


def br_17(context: InvoiceContext) -> Iterator[Violation]:
    """The Payee has a name (BT-59) and is another party than the Seller."""
    if context.invoice.payee is None:
        return
    payee, seller = context.payee, context.seller
    name = seller.name if context.is_cii else seller.trading_name
    same = bool(payee.name) and payee.name == name
    same |= payee.identifier is not None and _content(payee.identifier) in map(_content, _comparable(context))
    if context.is_cii and payee.legal_registration_identifier and seller.legal_registration_identifier:
        same |= _content(payee.legal_registration_identifier) == _content(seller.legal_registration_identifier)
    if not payee.name or same:
        yield violation("/payee/name", payee.name)


def _comparable(context: InvoiceContext) -> tuple[Identifier, ...]:
    """CII compares the identifiers that have no scheme."""
    identifiers = context.seller.identifiers
    if not context.is_cii:
        return identifiers
    if context.payee.identifier is not None and context.payee.identifier.scheme:
        return ()
    return tuple(identifier for identifier in identifiers if not identifier.scheme)


def _content(identifier: Identifier) -> str | None:
    return identifier.value


def br_18(context: InvoiceContext) -> Iterator[Violation]:
    """A Seller tax representative has a name (BT-62)."""
    if context.invoice.tax_representative is not None and not context.tax_representative.name:
        yield violation("/tax_representative/name")


def br_19(context: InvoiceContext) -> Iterator[Violation]:
    """A Seller tax representative has a postal address (BG-12)."""
    if context.invoice.tax_representative is not None and context.tax_representative.address is None:
        yield violation("/tax_representative/address")


def br_20(context: InvoiceContext) -> Iterator[Violation]:
    """The tax representative's postal address has a country code (BT-69)."""
    if context.invoice.tax_representative is None:
        return
    address = context.tax_representative.address
    if (address is not None and not address.country_code) or (address is None and context.is_cii):
        yield violation("/tax_representative/address/country_code")


def br_56(context: InvoiceContext) -> Iterator[Violation]:
    """A Seller tax representative has a VAT identifier (BT-63)."""
    if context.invoice.tax_representative is not None and not context.tax_representative.vat_identifier:
        yield violation("/tax_representative/vat_identifier")


def br_57(context: InvoiceContext) -> Iterator[Violation]:
    """A delivery address (BG-15) has a country code (BT-80)."""
    address = context.delivery.address
    if address is not None and not address.country_code and (context.is_cii or not context.has_empty("BT-80")):
        yield violation("/delivery/address/country_code")


def br_62(context: InvoiceContext) -> Iterator[Violation]:
    """The Seller's electronic address (BT-34) has a scheme."""
    if _lacks_scheme(context.seller.electronic_address):
        yield violation("/seller/electronic_address/scheme")


def br_63(context: InvoiceContext) -> Iterator[Violation]:
    """The Buyer's electronic address (BT-49) has a scheme."""
    if _lacks_scheme(context.buyer.electronic_address):
        yield violation("/buyer/electronic_address/scheme")


def _lacks_scheme(identifier: Identifier | None) -> bool:
    return identifier is not None and not identifier.scheme


def br_co_09(context: InvoiceContext) -> Iterator[Violation]:
    """A VAT identifier (BT-31, BT-48, BT-63) starts with the code of the country that issued it; Greece may use EL."""
    known = codes("country", context.syntax)
    for path, identifier in (
        ("/seller/vat_identifier", context.seller.vat_identifier),
        ("/buyer/vat_identifier", context.buyer.vat_identifier),
        ("/tax_representative/vat_identifier", context.tax_representative.vat_identifier),
    ):
        if identifier and not _starts_with_country(identifier, known, context):
            yield violation(path, identifier)


def _starts_with_country(identifier: str, known: frozenset[str], context: InvoiceContext) -> bool:
    """UBL's rule looks for the letters anywhere in its list, so that a lone first letter passes."""
    prefix = identifier[:2]
    lone = context.is_ubl and len(prefix) == 1
    return prefix in known or prefix == "EL" or (lone and any(prefix in code for code in known))


def br_co_26(context: InvoiceContext) -> Iterator[Violation]:
    """The Seller has an identifier (BT-29), a legal registration (BT-30) or a VAT identifier (BT-31)."""
    seller = context.seller
    if context.invoice.seller is None and context.syntax:
        return
    if not (seller.vat_identifier or seller.identifiers or seller.legal_registration_identifier):
        yield violation("/seller")


RULES: tuple[Rule, ...] = (
    rule(br_06, "BT-27"),
    rule(br_07, "BT-44"),
    rule(br_08, "BG-5"),
    rule(br_09, "BT-40"),
    rule(br_10, "BG-8"),
    rule(br_11, "BT-55"),
    rule(br_17, "BT-59", "BG-10"),
    rule(br_18, "BT-62", "BG-11"),
    rule(br_19, "BG-12", "BG-11"),
    rule(br_20, "BT-69"),
    rule(br_56, "BT-63"),
    rule(br_57, "BT-80"),
    rule(br_62, "BT-34", "BT-34-1"),
    rule(br_63, "BT-49", "BT-49-1"),
    rule(br_co_09, "BT-31", "BT-48", "BT-63"),
    rule(br_co_26, "BT-29", "BT-30", "BT-31"),
)
