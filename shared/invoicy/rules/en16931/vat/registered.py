"""BR-S-02 to BR-S-04 and their kin: how Seller and Buyer must be registered."""

from collections.abc import Iterator

from invoicy.rules.case import Case
from invoicy.rules.en16931.vat.category import Category, named
from invoicy.rules.rule import Break, Check, fail


def registered(category: Category, place: str) -> Check:
    def check(case: Case) -> Iterator[Break]:
        use = case.vat.get(category.code)
        if use is None or not named(place, getattr(use, place), case):
            return
        if not (_seller_is(category.seller, case) and _buyer_is(category.buyer, case)):
            yield fail("/seller", category.code)

    return check


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
