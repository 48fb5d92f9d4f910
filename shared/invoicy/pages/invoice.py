"""The invoice of the model, from the header terms of a printed one."""

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
from invoicy.pages.header import Header


def invoice_of(header: Header, type_code: str) -> Invoice:
    """Return the invoice with the values of the header. type_code: BT-3, of UNTDID 1001."""
    return Invoice(
        number=_value(header.number),
        issue_date=_value(header.issue_date),
        due_date=_value(header.due_date),
        type_code=type_code,
        currency_code=_value(header.currency),
        purchase_order_reference=_value(header.purchase_order),
        seller=_party(Seller, header.seller, header.seller_vat_id, _address(SellerAddress, header.seller_address)),
        buyer=_party(Buyer, header.buyer, header.buyer_vat_id, _address(BuyerAddress, header.buyer_address)),
        payment=_payment(header.iban),
        totals=_totals(header),
        vat_breakdown=tuple(_breakdown(header)),
        allowances=tuple(
            Allowance(amount=-allowance.amount, reason=_value(allowance.reason))
            for allowance in header.totals.allowances
        ),
        charges=tuple(Charge(amount=charge.amount, reason=_value(charge.reason)) for charge in header.totals.charges),
    )


def _value(field: FieldValue[Any] | None) -> Any:
    return field.value if field else None


def _party(model: type[Any], name: FieldValue[str] | None, vat_id: FieldValue[str] | None, address: Any) -> Any:
    return model(name=_value(name), vat_identifier=_value(vat_id), address=address) if name or vat_id else None


def _address(model: type[Any], address: Address) -> Any:
    return model(**{name: part.value for name, part in address.items()}) if address else None


def _payment(iban: FieldValue[str] | None) -> PaymentInstructions | None:
    return PaymentInstructions(accounts=(CreditTransfer(identifier=iban.value),)) if iban else None


def _totals(header: Header) -> Totals | None:
    amounts = {role: amount.value for role, amount in header.amounts.items()}
    if not amounts:
        return None
    return Totals(
        line_net_amounts=amounts.get("lines"),
        without_vat=amounts.get("net"),
        vat=amounts.get("tax"),
        with_vat=amounts.get("gross"),
        paid=abs(amounts["paid"]) if "paid" in amounts else None,
        due=amounts.get("due"),
    )


def _breakdown(header: Header) -> Iterator[VatBreakdown]:
    """Yield the VAT of each rate, if the rates add up to the totals."""
    for share in header.shares:
        yield _vat(_value(share.taxable), share.tax.value, share.rate.value)
    if header.single_rate is not None:
        yield _vat(header.amounts["net"].value, header.amounts["tax"].value, header.single_rate)


def _vat(taxable: Decimal | None, tax: Decimal, rate: Decimal) -> VatBreakdown:
    """Return the VAT of a rate. A positive rate is of the standard category (S); 0 % may be of several categories."""
    return VatBreakdown(taxable_amount=taxable, tax_amount=tax, category_code="S" if rate else None, rate=rate)
