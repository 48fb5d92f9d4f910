"""The country of a party, as Peppol's national rules determine it."""

from invoicy.rules.invoice_context import InvoiceContext

UNKNOWN = "XX"


def seller_country(context: InvoiceContext) -> str:
    """From the Seller's VAT identifier, its tax representative's, or its address, in that order."""
    return (
        _prefix(context.seller.vat_identifier)
        or _prefix(context.tax_representative.vat_identifier)
        or _of_seller_address(context)
    )


def own_seller_country(context: InvoiceContext) -> str:
    """Return the Seller's country without looking at the tax representative."""
    return _prefix(context.seller.vat_identifier) or _of_seller_address(context)


def buyer_country(context: InvoiceContext) -> str:
    """From the Buyer's VAT identifier or its address, in that order."""
    return _prefix(context.buyer.vat_identifier) or buyer_address_country(context) or UNKNOWN


def seller_address_country(context: InvoiceContext) -> str:
    """Return the country code of the Seller's address in upper case; empty if it is absent."""
    address = context.seller.address
    return (address.country_code or "").upper() if address else ""


def buyer_address_country(context: InvoiceContext) -> str:
    """Return the country code of the Buyer's address in upper case; empty if it is absent."""
    address = context.buyer.address
    return (address.country_code or "").upper() if address else ""


def both_in(country: str, context: InvoiceContext) -> bool:
    """Both addresses are in the country."""
    return seller_address_country(context) == country == buyer_address_country(context)


def is_greek(country: str) -> bool:
    """Test for Greece, which is EL in VAT identifiers and GR elsewhere."""
    return country in {"GR", "EL"}


def _of_seller_address(context: InvoiceContext) -> str:
    return seller_address_country(context) or UNKNOWN


def _prefix(vat_identifier: str | None) -> str:
    return (vat_identifier or "")[:2].strip().upper()
