"""The EN 16931 semantic model: immutable, every term optional, money as Decimal."""

from invoicy.model.allowance import Allowance, Charge, LineAllowance, LineCharge, LogisticsCharge
from invoicy.model.delivery import Delivery, DeliveryAddress, InvoicingPeriod
from invoicy.model.invoice import Invoice
from invoicy.model.item import IncludedProduct, Item, ItemAttribute, ItemInstance
from invoicy.model.line import InvoiceLine, LinePeriod
from invoicy.model.party import (
    Buyer,
    BuyerAddress,
    BuyerContact,
    Payee,
    Seller,
    SellerAddress,
    SellerContact,
    TaxRepresentative,
    TaxRepresentativeAddress,
)
from invoicy.model.payment import (
    AdvancePayment,
    AdvancePaymentVat,
    CreditTransfer,
    CurrencyExchange,
    DirectDebit,
    PaymentCard,
    PaymentDiscount,
    PaymentInstructions,
    PaymentPenalty,
    ThirdPartyPayment,
)
from invoicy.model.reference import (
    CustomerOrder,
    LinePrecedingInvoice,
    LineReference,
    LineSupportingDocument,
    Note,
    PrecedingInvoice,
    ProcessControl,
    SupportingDocument,
)
from invoicy.model.totals import Totals, VatBreakdown
from invoicy.model.trade_party import TradeAddress, TradeContact, TradeParty
from invoicy.model.types import BG, BT, BinaryObject, Group, Identifier

__all__ = [
    "BG",
    "BT",
    "AdvancePayment",
    "AdvancePaymentVat",
    "Allowance",
    "BinaryObject",
    "Buyer",
    "BuyerAddress",
    "BuyerContact",
    "Charge",
    "CreditTransfer",
    "CurrencyExchange",
    "CustomerOrder",
    "Delivery",
    "DeliveryAddress",
    "DirectDebit",
    "Group",
    "Identifier",
    "IncludedProduct",
    "Invoice",
    "InvoiceLine",
    "InvoicingPeriod",
    "Item",
    "ItemAttribute",
    "ItemInstance",
    "LineAllowance",
    "LineCharge",
    "LinePeriod",
    "LinePrecedingInvoice",
    "LineReference",
    "LineSupportingDocument",
    "LogisticsCharge",
    "Note",
    "Payee",
    "PaymentCard",
    "PaymentDiscount",
    "PaymentInstructions",
    "PaymentPenalty",
    "PrecedingInvoice",
    "ProcessControl",
    "Seller",
    "SellerAddress",
    "SellerContact",
    "SupportingDocument",
    "TaxRepresentative",
    "TaxRepresentativeAddress",
    "ThirdPartyPayment",
    "Totals",
    "TradeAddress",
    "TradeContact",
    "TradeParty",
    "VatBreakdown",
]
