"""BR-S-02 to BR-S-04 and those of the other categories: registrations of Seller and Buyer."""

from collections.abc import Iterator

from invoicy.rules.en16931.vat.category import Category, named
from invoicy.rules.invoice_context import InvoiceContext
from invoicy.rules.rule import Check, Violation, violation


def registered(category: Category, place: str) -> Check:
    def check(context: InvoiceContext) -> Iterator[Violation]:
        use = context.vat.get(category.code)
        groups = named(place, getattr(use, place), context) if use is not None else []
        if not groups:
            return
        seller, buyer = _seller_is(category.seller, context), _buyer_is(category.buyer, context)
        if not (seller and buyer):
            fault = f"buyer-{category.buyer}" if seller and category.buyer != "none" else f"seller-{category.seller}"
            given = ", ".join(_vat_identifiers(context))
            from invoicy.wording.places import Groups  # loaded here, because an invoice without faults does not need it

            group = Groups(place, tuple(position for position, _ in groups), context.invoice)
            yield violation("/seller", category.code, fault=fault, group=group, category=category.words, given=given)

    return check


def _vat_identifiers(context: InvoiceContext) -> list[str]:
    parties = (context.seller, context.tax_representative, context.buyer)
    return [party.vat_identifier for party in parties if party.vat_identifier]


def _seller_is(requirement: str, context: InvoiceContext) -> bool:
    has_vat = bool(context.seller.vat_identifier or context.tax_representative.vat_identifier)
    if requirement == "none":
        return not has_vat
    return has_vat or (requirement == "tax" and bool(context.seller.tax_registration_identifier))


def _buyer_is(requirement: str, context: InvoiceContext) -> bool:
    has_vat = bool(context.buyer.vat_identifier)
    if requirement == "none":
        return not has_vat
    return (
        not requirement
        or has_vat
        or (requirement == "legal" and context.buyer.legal_registration_identifier is not None)
    )
