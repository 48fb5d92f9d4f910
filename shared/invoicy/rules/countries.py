"""The country of a party, as Peppol's national rules see it."""

from invoicy.rules.case import Case

UNKNOWN = "XX"


def seller_country(case: Case) -> str:
    """From the Seller's VAT identifier, its tax representative's, or its address, in that order."""
    return (
        _prefix(case.seller.vat_identifier)
        or _prefix(case.tax_representative.vat_identifier)
        or _of_seller_address(case)
    )


def own_seller_country(case: Case) -> str:
    """Likewise, but not from the tax representative."""
    return _prefix(case.seller.vat_identifier) or _of_seller_address(case)


def buyer_country(case: Case) -> str:
    """From the Buyer's VAT identifier or its address, in that order."""
    return _prefix(case.buyer.vat_identifier) or buyer_address_country(case) or UNKNOWN


def seller_address_country(case: Case) -> str:
    """Country code of the Seller's address in upper case, empty where there is none."""
    address = case.seller.address
    return (address.country_code or "").upper() if address else ""


def buyer_address_country(case: Case) -> str:
    """Country code of the Buyer's address in upper case, empty where there is none."""
    address = case.buyer.address
    return (address.country_code or "").upper() if address else ""


def both_in(country: str, case: Case) -> bool:
    """Both addresses are in the country."""
    return seller_address_country(case) == country == buyer_address_country(case)


def is_greek(country: str) -> bool:
    """Greece says EL in VAT identifiers and GR elsewhere."""
    return country in {"GR", "EL"}


def _of_seller_address(case: Case) -> str:
    return seller_address_country(case) or UNKNOWN


def _prefix(vat_identifier: str | None) -> str:
    return (vat_identifier or "")[:2].strip().upper()
