"""The sums of the invoice and the VAT breakdown."""

from decimal import Decimal
from typing import Annotated

from invoicy.model.types import BT, Group


class Totals(Group, frozen=True):
    """Document totals (BG-22)."""

    line_net_amounts: Annotated[Decimal | None, BT(106)] = None
    allowances: Annotated[Decimal | None, BT(107)] = None
    charges: Annotated[Decimal | None, BT(108)] = None
    without_vat: Annotated[Decimal | None, BT(109)] = None
    vat: Annotated[Decimal | None, BT(110)] = None
    vat_in_accounting_currency: Annotated[Decimal | None, BT(111)] = None
    with_vat: Annotated[Decimal | None, BT(112)] = None
    paid: Annotated[Decimal | None, BT(113)] = None
    rounding: Annotated[Decimal | None, BT(114)] = None
    due: Annotated[Decimal | None, BT(115)] = None


class VatBreakdown(Group, frozen=True):
    """VAT breakdown (BG-23)."""

    taxable_amount: Annotated[Decimal | None, BT(116)] = None
    tax_amount: Annotated[Decimal | None, BT(117)] = None
    category_code: Annotated[str | None, BT(118)] = None
    rate: Annotated[Decimal | None, BT(119)] = None
    exemption_reason: Annotated[str | None, BT(120)] = None
    exemption_reason_code: Annotated[str | None, BT(121)] = None
    line_net_amounts: Annotated[Decimal | None, BT("X-262")] = None
    allowances_and_charges: Annotated[Decimal | None, BT("X-263")] = None
