"""The invoice line."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from invoicy.model.allowance import LineAllowance, LineCharge
from invoicy.model.item import Item
from invoicy.model.reference import LinePrecedingInvoice, LineReference, LineSupportingDocument
from invoicy.model.trade_party import TradeParty
from invoicy.model.types import BG, BT, Group, Identifier


class LinePeriod(Group, frozen=True):
    """Invoice line period (BG-26)."""

    start_date: Annotated[date | None, BT(134)] = None
    end_date: Annotated[date | None, BT(135)] = None


class InvoiceLine(Group, frozen=True):
    """Invoice line (BG-25)."""

    identifier: Annotated[str | None, BT(126)] = None
    parent_identifier: Annotated[str | None, BT("X-304")] = None
    status_code: Annotated[str | None, BT("X-7")] = None
    status_reason_code: Annotated[str | None, BT("X-8")] = None
    note: Annotated[str | None, BT(127)] = None
    note_content_code: Annotated[str | None, BT("X-9")] = None
    note_subject_code: Annotated[str | None, BT("X-10")] = None
    object_identifier: Annotated[Identifier | None, BT(128)] = None
    quantity: Annotated[Decimal | None, BT(129)] = None
    unit_code: Annotated[str | None, BT(130)] = None
    net_amount: Annotated[Decimal | None, BT(131)] = None
    order_line_reference: Annotated[str | None, BT(132)] = None
    buyer_accounting_reference: Annotated[str | None, BT(133)] = None
    period: Annotated[LinePeriod | None, BG(26)] = None
    allowances: Annotated[tuple[LineAllowance, ...], BG(27)] = ()
    charges: Annotated[tuple[LineCharge, ...], BG(28)] = ()
    net_price: Annotated[Decimal | None, BT(146)] = None
    price_discount: Annotated[Decimal | None, BT(147)] = None
    gross_price: Annotated[Decimal | None, BT(148)] = None
    price_base_quantity: Annotated[Decimal | None, BT(149)] = None
    price_base_quantity_unit_code: Annotated[str | None, BT(150)] = None
    gross_price_base_quantity: Annotated[Decimal | None, BT("149-1")] = None
    gross_price_base_quantity_unit_code: Annotated[str | None, BT("150-1")] = None
    vat_category_code: Annotated[str | None, BT(151)] = None
    vat_rate: Annotated[Decimal | None, BT(152)] = None
    item: Annotated[Item | None, BG(31)] = None
    sub_lines: Annotated[tuple["InvoiceLine", ...], BG("DEX-01")] = ()
    purchase_order_reference: Annotated[str | None, BT("X-21")] = None
    purchase_order_date: Annotated[date | None, BT("X-22")] = None
    price_discount_percentage: Annotated[Decimal | None, BT("X-34")] = None
    price_discount_base_amount: Annotated[Decimal | None, BT("X-35")] = None
    price_discount_reason: Annotated[str | None, BT("X-36")] = None
    price_discount_reason_code: Annotated[str | None, BT("X-313")] = None
    charge_free_quantity: Annotated[Decimal | None, BT("X-46")] = None
    charge_free_quantity_unit_code: Annotated[str | None, BT("X-46-0")] = None
    package_quantity: Annotated[Decimal | None, BT("X-47")] = None
    package_quantity_unit_code: Annotated[str | None, BT("X-47-0")] = None
    quantity_per_package: Annotated[Decimal | None, BT("X-561")] = None
    quantity_per_package_unit_code: Annotated[str | None, BT("X-561-0")] = None
    actual_delivery_date: Annotated[date | None, BT("X-85")] = None
    vat_amount: Annotated[Decimal | None, BT("X-95")] = None
    vat_exemption_reason: Annotated[str | None, BT("X-96")] = None
    vat_exemption_reason_code: Annotated[str | None, BT("X-97")] = None
    allowances_and_charges_total: Annotated[Decimal | None, BT("X-98")] = None
    charges_total: Annotated[Decimal | None, BT("X-327")] = None
    allowances_total: Annotated[Decimal | None, BT("X-328")] = None
    vat_total: Annotated[Decimal | None, BT("X-329")] = None
    amount_with_vat: Annotated[Decimal | None, BT("X-330")] = None
    buyer_accounting_reference_type_code: Annotated[str | None, BT("X-99")] = None
    sales_order: Annotated[LineReference | None, BG("X-81")] = None
    quotation: Annotated[LineReference | None, BG("X-47")] = None
    contract: Annotated[LineReference | None, BG("X-2")] = None
    customer_orders: Annotated[tuple[LineReference, ...], BG("X-5")] = ()
    despatch_advice: Annotated[LineReference | None, BG("X-13")] = None
    receiving_advice: Annotated[LineReference | None, BG("X-82")] = None
    delivery_note: Annotated[LineReference | None, BG("X-83")] = None
    preceding_invoice: Annotated[LinePrecedingInvoice | None, BG("X-48")] = None
    supporting_documents: Annotated[tuple[LineSupportingDocument, ...], BG("X-3")] = ()
    ship_to: Annotated[TradeParty | None, BG("X-7")] = None
    ultimate_ship_to: Annotated[TradeParty | None, BG("X-10")] = None
