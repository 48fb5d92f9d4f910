"""BR-S-02 to BR-S-04 and their kin: registrations of Seller and Buyer."""

from collections.abc import Iterator

from invoicy.rules.case import Case
from invoicy.rules.en16931.vat.category import Category, named
from invoicy.rules.rule import Break, Check, fail


def registered(category: Category, place: str) -> Check:
    def check(case: Case) -> Iterator[Break]:
        use = case.vat.get(category.code)
        groups = named(place, getattr(use, place), case) if use is not None else []
        if not groups:
            return
        seller, buyer = _seller_is(category.seller, case), _buyer_is(category.buyer, case)
        if not (seller and buyer):
            fault = f"buyer-{category.buyer}" if seller and category.buyer != "none" else f"seller-{category.seller}"
            given = ", ".join(_vat_identifiers(case))
            from invoicy.wording.places import Groups  # an invoice without faults need not load it

            group = Groups(place, tuple(position for position, _ in groups), case.invoice)
            yield fail("/seller", category.code, fault=fault, group=group, category=category.words, given=given)

    return check


def _vat_identifiers(case: Case) -> list[str]:
    parties = (case.seller, case.tax_representative, case.buyer)
    return [party.vat_identifier for party in parties if party.vat_identifier]


def _seller_is(demand: str, case: Case) -> bool:
    has_vat = bool(case.seller.vat_identifier or case.tax_representative.vat_identifier)
    if demand == "none":
        return not has_vat
    return has_vat or (demand == "tax" and bool(case.seller.tax_registration_identifier))


def _buyer_is(demand: str, case: Case) -> bool:
    has_vat = bool(case.buyer.vat_identifier)
    if demand == "none":
        return not has_vat
    return not demand or has_vat or (demand == "legal" and case.buyer.legal_registration_identifier is not None)
