"""The delivery of goods or services: its place and its time."""

from datetime import date
from typing import Annotated

from invoicy.model.trade_party import TradeContact
from invoicy.model.types import BG, BT, Group, Identifier


class InvoicingPeriod(Group, frozen=True):
    """Invoicing period (BG-14)."""

    start_date: Annotated[date | None, BT(73)] = None
    end_date: Annotated[date | None, BT(74)] = None
    description: Annotated[str | None, BT("X-264")] = None


class DeliveryAddress(Group, frozen=True):
    """Deliver to address (BG-15)."""

    line_one: Annotated[str | None, BT(75)] = None
    line_two: Annotated[str | None, BT(76)] = None
    line_three: Annotated[str | None, BT(165)] = None
    city: Annotated[str | None, BT(77)] = None
    post_code: Annotated[str | None, BT(78)] = None
    country_subdivision: Annotated[str | None, BT(79)] = None
    country_code: Annotated[str | None, BT(80)] = None


class Delivery(Group, frozen=True):
    """Delivery information (BG-13)."""

    party_name: Annotated[str | None, BT(70)] = None
    location_identifier: Annotated[Identifier | None, BT(71)] = None
    actual_date: Annotated[date | None, BT(72)] = None
    invoicing_period: Annotated[InvoicingPeriod | None, BG(14)] = None
    address: Annotated[DeliveryAddress | None, BG(15)] = None
    contact: Annotated[TradeContact | None, BG("X-26")] = None
    party_vat_identifier: Annotated[str | None, BT("X-161")] = None
