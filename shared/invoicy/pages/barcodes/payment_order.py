"""A payment order as terms of an invoice: the content of nearly every country's barcode for payments."""

from datetime import date
from decimal import Decimal

from msgspec import Struct

from invoicy.model import Invoice
from invoicy.model.party import Buyer, Seller
from invoicy.model.payment import CreditTransfer, PaymentInstructions
from invoicy.model.totals import Totals
from invoicy.pages.barcodes.statement import Statement

CREDIT_TRANSFER, SEPA_CREDIT_TRANSFER = "30", "58"  # UNTDID 4461
_LETTERS_OF_CURRENCY = 3  # ISO 4217


class PaymentOrder(Struct, frozen=True, kw_only=True):
    """An order to pay into an account. due: None if the payer fills it in. payee: mostly the Seller."""

    account: str
    due: Decimal | None = None
    payee: str | None = None
    payer: str | None = None
    bic: str | None = None
    reference: str | None = None
    currency: str | None = None
    due_date: date | None = None
    means: str = CREDIT_TRANSFER


def transfer(order: PaymentOrder) -> PaymentInstructions:
    """Return the payment instructions (BG-16) of an order."""
    account = CreditTransfer(identifier=order.account, name=order.payee, service_provider_identifier=order.bic)
    return PaymentInstructions(means_code=order.means, remittance_information=order.reference, accounts=(account,))


def ordered(family: str, order: PaymentOrder) -> Statement:
    """Return the statement of an order: account, amount and reference are binding, the rest are hints."""
    currency = order.currency or ""
    return Statement(
        family,
        Invoice(payment=transfer(order), totals=Totals(due=order.due) if order.due else None),
        Invoice(
            currency_code=currency if len(currency) == _LETTERS_OF_CURRENCY and currency.isalpha() else None,
            due_date=order.due_date,
            seller=Seller(name=order.payee) if order.payee else None,
            buyer=Buyer(name=order.payer) if order.payer else None,
        ),
    )
