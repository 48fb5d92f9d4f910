"""The invoice of the model, from the terms of a printed one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from invoicy.model import Invoice
from invoicy.model.allowance import Allowance, Charge
from invoicy.model.party import Buyer, BuyerAddress, Seller, SellerAddress
from invoicy.model.payment import CreditTransfer, PaymentInstructions
from invoicy.model.totals import Totals, VatBreakdown
from invoicy.pages.fields.addresses.choice import Address
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.printed_terms.choice import PrintedTerms
from invoicy.pages.printed_terms.total_amounts import TOTAL_FIELDS


def invoice_of(terms: PrintedTerms, type_code: str) -> Invoice:
    """Return the invoice with the values of its printed terms. type_code: BT-3, of UNTDID 1001."""
    return Invoice(
        number=_value(terms.number),
        issue_date=_value(terms.issue_date),
        due_date=_value(terms.due_date),
        type_code=type_code,
        currency_code=_value(terms.currency),
        purchase_order_reference=_value(terms.purchase_order),
        seller=_party(Seller, terms.seller, terms.seller_vat_id, _address(SellerAddress, terms.seller_address)),
        buyer=_party(Buyer, terms.buyer, terms.buyer_vat_id, _address(BuyerAddress, terms.buyer_address)),
        payment=_payment(terms.iban),
        totals=_totals(terms),
        vat_breakdown=tuple(_breakdown(terms)),
        allowances=tuple(
            Allowance(amount=-allowance.amount, reason=_value(allowance.reason))
            for allowance in terms.totals.allowances
        ),
        charges=tuple(Charge(amount=charge.amount, reason=_value(charge.reason)) for charge in terms.totals.charges),
    )


def _value(field: FieldValue[Any] | None) -> Any:
    return field.value if field else None


def _party(model: type[Any], name: FieldValue[str] | None, vat_id: FieldValue[str] | None, address: Any) -> Any:
    return model(name=_value(name), vat_identifier=_value(vat_id), address=address) if name or vat_id else None


def _address(model: type[Any], address: Address) -> Any:
    return model(**{name: part.value for name, part in address.items()}) if address else None


def _payment(iban: FieldValue[str] | None) -> PaymentInstructions | None:
    return PaymentInstructions(accounts=(CreditTransfer(identifier=iban.value),)) if iban else None


def _totals(terms: PrintedTerms) -> Totals | None:
    amounts = {role: amount.value for role, amount in terms.amounts.items()}
    if "paid" in amounts:
        amounts["paid"] = abs(amounts["paid"])  # often printed with a minus, as it is subtracted
    return Totals(**{TOTAL_FIELDS[role]: amount for role, amount in amounts.items()}) if amounts else None


def _breakdown(terms: PrintedTerms) -> Iterator[VatBreakdown]:
    """Yield the VAT of each printed rate, or that of the single rate which makes all of the VAT."""
    for share in terms.shares:
        yield _vat(_value(share.taxable), share.tax.value, share.rate.value)
    if terms.single_rate is not None:
        yield _vat(terms.amounts["net"].value, terms.amounts["tax"].value, terms.single_rate)


def _vat(taxable: Decimal | None, tax: Decimal, rate: Decimal) -> VatBreakdown:
    """Return the VAT of a rate. A positive rate has the standard category (S); 0 % may have one of several."""
    return VatBreakdown(taxable_amount=taxable, tax_amount=tax, category_code="S" if rate else None, rate=rate)
