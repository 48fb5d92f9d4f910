"""The invoice line."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from invoicy.model.allowance import LineAllowance, LineCharge
from invoicy.model.item import Item
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
