"""EN 16931-1, 6.4.3: the rules of the VAT categories; ten for each, and a few for single ones."""

from collections.abc import Iterator

from invoicy.rules.en16931.vat import single
from invoicy.rules.en16931.vat.amounts import exemption_reason, tax_amount, taxable_amount
from invoicy.rules.en16931.vat.category import CATEGORIES, RATED, Category
from invoicy.rules.en16931.vat.listed import listed_in_breakdown
from invoicy.rules.en16931.vat.rates import rates
from invoicy.rules.en16931.vat.registered import registered
from invoicy.rules.rule import Check, Rule, rule

__all__ = ["CATEGORIES", "RULES", "Category"]

_PLACES = (
    ("lines", "A line", 2),
    ("allowances", "A document level allowance", 3),
    ("charges", "A document level charge", 4),
)
_SELLER_TEXT = {
    "tax": "needs the Seller's VAT identifier (BT-31) or tax registration (BT-32), or its representative's (BT-63)",
    "vat": "needs the Seller's VAT identifier (BT-31) or its representative's (BT-63)",
    "none": "allows no VAT identifier, neither of the Seller (BT-31, BT-63) nor of the Buyer (BT-48)",
}
_BUYER_TEXT = {
    "": "",
    "none": "",
    "vat": ", and the Buyer's VAT identifier (BT-48)",
    "legal": ", and the Buyer's VAT identifier (BT-48) or legal registration (BT-47)",
}
_RATE_TEXT = {
    **dict.fromkeys(("Z", "E", "AE", "K", "G"), "a VAT rate of zero"),
    "S": "a VAT rate above zero",
    "L": "a rate of zero or more",
    "M": "a rate of zero or more",
    "O": "no VAT rate",
}
_FAULTS = {
    1: "listed",
    **dict.fromkeys((2, 3, 4), "registered"),
    **dict.fromkeys((5, 6, 7), "rate"),
    8: "taxable-amount",
    9: "tax-amount",
    10: "reason",
}
_CATEGORY_TERMS = {"lines": ("BT-151", "BT-152"), "allowances": ("BT-95", "BT-96"), "charges": ("BT-102", "BT-103")}


def _rules_of(category: Category) -> Iterator[Rule]:
    what = category.full_name

    def make(number: int, sentence: str, check: Check, *terms: str) -> Rule:
        name, faults = f"BR-{category.prefix}-{number:02}", f"VAT-{_FAULTS[number]}"
        return Rule(name, rule(check).severity, terms, sentence, check, faults)

    times = "at least once" if category.code in RATED else "once"
    sentence = f"If VAT category {what} is used, the VAT breakdown lists it {times}."
    yield make(1, sentence, listed_in_breakdown(category), "BG-23", "BT-118")
    by = _SELLER_TEXT[category.seller] + _BUYER_TEXT[category.buyer]
    for place, name, number in _PLACES:
        sentence = f"{name} with VAT category {what} {by}."
        yield make(number, sentence, registered(category, place), "BT-31", "BT-32", "BT-63")
    for place, name, number in _PLACES:
        sentence = f"{name} with VAT category {what} has {_RATE_TEXT[category.code]}."
        yield make(number + 3, sentence, rates(category, place), *_CATEGORY_TERMS[place])
    each = ", for each rate" if category.code in RATED else ""
    sentence = f"The taxable amount (BT-116) of VAT category {what} is its lines plus charges less allowances{each}."
    yield make(8, sentence, taxable_amount(category), "BT-116", "BT-131", "BT-92", "BT-99")
    share = "the rate's share of the taxable amount" if category.taxed else "zero"
    yield make(9, f"The VAT amount (BT-117) of VAT category {what} is {share}.", tax_amount(category), "BT-117")
    has = "has an exemption reason" if category.reason else "has no exemption reason"
    yield make(10, f"VAT category {what} {has} (BT-120, BT-121).", exemption_reason(category), "BT-120", "BT-121")


RULES: tuple[Rule, ...] = (*(made for category in CATEGORIES for made in _rules_of(category)), *single.RULES)
