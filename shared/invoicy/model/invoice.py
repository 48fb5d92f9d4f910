"""The invoice: the root of the EN 16931 semantic model."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from invoicy.model.allowance import Allowance, Charge, LogisticsCharge
from invoicy.model.delivery import Delivery
from invoicy.model.line import InvoiceLine
from invoicy.model.party import Buyer, Payee, Seller, TaxRepresentative
from invoicy.model.payment import (
    AdvancePayment,
    CurrencyExchange,
    PaymentDiscount,
    PaymentInstructions,
    PaymentPenalty,
    ThirdPartyPayment,
)
from invoicy.model.reference import CustomerOrder, Note, PrecedingInvoice, ProcessControl, SupportingDocument
from invoicy.model.totals import Totals, VatBreakdown
from invoicy.model.trade_party import TradeParty
from invoicy.model.types import BG, BT, Group, Identifier


class Invoice(Group, frozen=True):
    """An invoice by its business terms. Every term is optional; a missing one that has to be there is a finding."""

    number: Annotated[str | None, BT(1)] = None
    issue_date: Annotated[date | None, BT(2)] = None
    type_code: Annotated[str | None, BT(3)] = None
    currency_code: Annotated[str | None, BT(5)] = None
    vat_accounting_currency_code: Annotated[str | None, BT(6)] = None
    vat_point_date: Annotated[date | None, BT(7)] = None
    vat_point_date_code: Annotated[str | None, BT(8)] = None
    due_date: Annotated[date | None, BT(9)] = None
    buyer_reference: Annotated[str | None, BT(10)] = None
    project_reference: Annotated[str | None, BT(11)] = None
    project_name: Annotated[str | None, BT("11-0")] = None
    contract_reference: Annotated[str | None, BT(12)] = None
    purchase_order_reference: Annotated[str | None, BT(13)] = None
    sales_order_reference: Annotated[str | None, BT(14)] = None
    receiving_advice_reference: Annotated[str | None, BT(15)] = None
    despatch_advice_reference: Annotated[str | None, BT(16)] = None
    tender_or_lot_reference: Annotated[str | None, BT(17)] = None
    invoiced_object_identifier: Annotated[Identifier | None, BT(18)] = None
    buyer_accounting_reference: Annotated[str | None, BT(19)] = None
    payment_terms: Annotated[str | None, BT(20)] = None
    notes: Annotated[tuple[Note, ...], BG(1)] = ()
    process: Annotated[ProcessControl | None, BG(2)] = None
    preceding_invoices: Annotated[tuple[PrecedingInvoice, ...], BG(3)] = ()
    seller: Annotated[Seller | None, BG(4)] = None
    buyer: Annotated[Buyer | None, BG(7)] = None
    payee: Annotated[Payee | None, BG(10)] = None
    tax_representative: Annotated[TaxRepresentative | None, BG(11)] = None
    delivery: Annotated[Delivery | None, BG(13)] = None
    payment: Annotated[PaymentInstructions | None, BG(16)] = None
    allowances: Annotated[tuple[Allowance, ...], BG(20)] = ()
    charges: Annotated[tuple[Charge, ...], BG(21)] = ()
    totals: Annotated[Totals | None, BG(22)] = None
    vat_breakdown: Annotated[tuple[VatBreakdown, ...], BG(23)] = ()
    supporting_documents: Annotated[tuple[SupportingDocument, ...], BG(24)] = ()
    lines: Annotated[tuple[InvoiceLine, ...], BG(25)] = ()
    third_party_payments: Annotated[tuple[ThirdPartyPayment, ...], BG("DEX-09")] = ()
    test_indicator: Annotated[bool | None, BT("X-1")] = None
    document_name: Annotated[str | None, BT("X-2")] = None
    copy_indicator: Annotated[bool | None, BT("X-3")] = None
    language: Annotated[str | None, BT("X-4")] = None
    contractual_due_date: Annotated[date | None, BT("X-6")] = None
    delivery_terms_code: Annotated[str | None, BT("X-145")] = None
    sales_order_date: Annotated[date | None, BT("X-146")] = None
    purchase_order_date: Annotated[date | None, BT("X-147")] = None
    contract_date: Annotated[date | None, BT("X-148")] = None
    despatch_advice_date: Annotated[date | None, BT("X-200")] = None
    receiving_advice_date: Annotated[date | None, BT("X-201")] = None
    quotation_reference: Annotated[str | None, BT("X-403")] = None
    quotation_date: Annotated[date | None, BT("X-404")] = None
    delivery_note_reference: Annotated[str | None, BT("X-202")] = None
    delivery_note_date: Annotated[date | None, BT("X-203")] = None
    delivery_method_code: Annotated[str | None, BT("X-152")] = None
    customer_orders: Annotated[tuple[CustomerOrder, ...], BG("X-23")] = ()
    invoice_issuer_reference: Annotated[str | None, BT("X-204")] = None
    buyer_accounting_reference_type_code: Annotated[str | None, BT("X-290")] = None
    sales_agent: Annotated[TradeParty | None, BG("X-49")] = None
    buyer_tax_representative: Annotated[TradeParty | None, BG("X-54")] = None
    product_end_user: Annotated[TradeParty | None, BG("X-18")] = None
    buyer_agent: Annotated[TradeParty | None, BG("X-62")] = None
    ultimate_ship_to: Annotated[TradeParty | None, BG("X-27")] = None
    ship_from: Annotated[TradeParty | None, BG("X-30")] = None
    invoicer: Annotated[TradeParty | None, BG("X-33")] = None
    invoicee: Annotated[TradeParty | None, BG("X-36")] = None
    payer: Annotated[TradeParty | None, BG("X-73")] = None
    currency_exchange: Annotated[CurrencyExchange | None, BG("X-41")] = None
    logistics_charges: Annotated[tuple[LogisticsCharge, ...], BG("X-42")] = ()
    partial_payment_amount: Annotated[Decimal | None, BT("X-275")] = None
    payment_penalties: Annotated[tuple[PaymentPenalty, ...], BG("X-43")] = ()
    payment_discounts: Annotated[tuple[PaymentDiscount, ...], BG("X-44")] = ()
    advance_payments: Annotated[tuple[AdvancePayment, ...], BG("X-45")] = ()
    tender_or_lot_date: Annotated[date | None, BT("X-556")] = None
