"""EN 16931-1, 6.4: Seller, Buyer, Payee, Seller tax representative and the place of delivery."""

from collections.abc import Iterator

from invoicy.model import Identifier
from invoicy.model.code_lists import codes
from invoicy.rules.case import Case
from invoicy.rules.rule import Break, Rule, fail, rule


def br_06(case: Case) -> Iterator[Break]:
    """An invoice names the Seller (BT-27)."""
    if not case.seller.name:
        yield fail("/seller/name")


def br_07(case: Case) -> Iterator[Break]:
    """An invoice names the Buyer (BT-44)."""
    if not case.buyer.name:
        yield fail("/buyer/name")


def br_08(case: Case) -> Iterator[Break]:
    """An invoice has the Seller's postal address (BG-5)."""
    if case.seller.address is None:
        yield fail("/seller/address")


def br_09(case: Case) -> Iterator[Break]:
    """The Seller's postal address has a country code (BT-40)."""
    address = case.seller.address
    if (address is not None and not address.country_code) or (address is None and case.is_cii):
        yield fail("/seller/address/country_code")


def br_10(case: Case) -> Iterator[Break]:
    """An invoice has the Buyer's postal address (BG-8)."""
    if case.buyer.address is None:
        yield fail("/buyer/address")


def br_11(case: Case) -> Iterator[Break]:
    """The Buyer's postal address has a country code (BT-55)."""
    address = case.buyer.address
    if (address is not None and not address.country_code) or (address is None and case.is_cii):
        yield fail("/buyer/address/country_code")


def br_17(case: Case) -> Iterator[Break]:
    """The Payee has a name (BT-59) and is another party than the Seller."""
    if case.invoice.payee is None:
        return
    payee, seller = case.payee, case.seller
    name = seller.name if case.is_cii else seller.trading_name
    same = bool(payee.name) and payee.name == name
    same |= payee.identifier is not None and _content(payee.identifier) in map(_content, _comparable(case))
    if case.is_cii and payee.legal_registration_identifier and seller.legal_registration_identifier:
        same |= _content(payee.legal_registration_identifier) == _content(seller.legal_registration_identifier)
    if not payee.name or same:
        yield fail("/payee/name", payee.name)


def _comparable(case: Case) -> tuple[Identifier, ...]:
    """CII compares the identifiers that have no scheme."""
    identifiers = case.seller.identifiers
    if not case.is_cii:
        return identifiers
    if case.payee.identifier is not None and case.payee.identifier.scheme:
        return ()
    return tuple(identifier for identifier in identifiers if not identifier.scheme)


def _content(identifier: Identifier) -> str | None:
    return identifier.value


def br_18(case: Case) -> Iterator[Break]:
    """A Seller tax representative has a name (BT-62)."""
    if case.invoice.tax_representative is not None and not case.tax_representative.name:
        yield fail("/tax_representative/name")


def br_19(case: Case) -> Iterator[Break]:
    """A Seller tax representative has a postal address (BG-12)."""
    if case.invoice.tax_representative is not None and case.tax_representative.address is None:
        yield fail("/tax_representative/address")


def br_20(case: Case) -> Iterator[Break]:
    """The tax representative's postal address has a country code (BT-69)."""
    if case.invoice.tax_representative is None:
        return
    address = case.tax_representative.address
    if (address is not None and not address.country_code) or (address is None and case.is_cii):
        yield fail("/tax_representative/address/country_code")


def br_56(case: Case) -> Iterator[Break]:
    """A Seller tax representative has a VAT identifier (BT-63)."""
    if case.invoice.tax_representative is not None and not case.tax_representative.vat_identifier:
        yield fail("/tax_representative/vat_identifier")


def br_57(case: Case) -> Iterator[Break]:
    """A delivery address (BG-15) has a country code (BT-80)."""
    address = case.delivery.address
    if address is not None and not address.country_code and (case.is_cii or not case.has_empty("BT-80")):
        yield fail("/delivery/address/country_code")


def br_62(case: Case) -> Iterator[Break]:
    """The Seller's electronic address (BT-34) has a scheme."""
    if _lacks_scheme(case.seller.electronic_address):
        yield fail("/seller/electronic_address/scheme")


def br_63(case: Case) -> Iterator[Break]:
    """The Buyer's electronic address (BT-49) has a scheme."""
    if _lacks_scheme(case.buyer.electronic_address):
        yield fail("/buyer/electronic_address/scheme")


def _lacks_scheme(identifier: Identifier | None) -> bool:
    return identifier is not None and not identifier.scheme


def br_co_09(case: Case) -> Iterator[Break]:
    """A VAT identifier (BT-31, BT-48, BT-63) starts with the code of the country that issued it; Greece may use EL."""
    known = codes("country", case.syntax)
    for path, identifier in (
        ("/seller/vat_identifier", case.seller.vat_identifier),
        ("/buyer/vat_identifier", case.buyer.vat_identifier),
        ("/tax_representative/vat_identifier", case.tax_representative.vat_identifier),
    ):
        if identifier and not _starts_with_country(identifier, known, case):
            yield fail(path, identifier)


def _starts_with_country(identifier: str, known: frozenset[str], case: Case) -> bool:
    """UBL's rule looks for the letters anywhere in its list, so that a lone first letter passes."""
    prefix = identifier[:2]
    lone = case.is_ubl and len(prefix) == 1
    return prefix in known or prefix == "EL" or (lone and any(prefix in code for code in known))


def br_co_26(case: Case) -> Iterator[Break]:
    """The Seller has an identifier (BT-29), a legal registration (BT-30) or a VAT identifier (BT-31)."""
    seller = case.seller
    if case.invoice.seller is None and case.syntax:
        return
    if not (seller.vat_identifier or seller.identifiers or seller.legal_registration_identifier):
        yield fail("/seller")


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
