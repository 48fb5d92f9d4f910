"""Allowances and charges, on the document and on a line."""

from decimal import Decimal
from typing import Annotated

from invoicy.model.types import BT, Group


class Allowance(Group, frozen=True):
    """Document level allowances (BG-20)."""

    amount: Annotated[Decimal | None, BT(92)] = None
    base_amount: Annotated[Decimal | None, BT(93)] = None
    percentage: Annotated[Decimal | None, BT(94)] = None
    vat_category_code: Annotated[str | None, BT(95)] = None
    vat_rate: Annotated[Decimal | None, BT(96)] = None
    reason: Annotated[str | None, BT(97)] = None
    reason_code: Annotated[str | None, BT(98)] = None
    sequence: Annotated[Decimal | None, BT("X-265")] = None


class Charge(Group, frozen=True):
    """Document level charges (BG-21)."""

    amount: Annotated[Decimal | None, BT(99)] = None
    base_amount: Annotated[Decimal | None, BT(100)] = None
    percentage: Annotated[Decimal | None, BT(101)] = None
    vat_category_code: Annotated[str | None, BT(102)] = None
    vat_rate: Annotated[Decimal | None, BT(103)] = None
    reason: Annotated[str | None, BT(104)] = None
    reason_code: Annotated[str | None, BT(105)] = None
    sequence: Annotated[Decimal | None, BT("X-268")] = None


class LogisticsCharge(Group, frozen=True):
    """Logistics service charges (BG-X-42)."""

    description: Annotated[str | None, BT("X-271")] = None
    amount: Annotated[Decimal | None, BT("X-272")] = None
    vat_category_code: Annotated[str | None, BT("X-273")] = None
    vat_rate: Annotated[Decimal | None, BT("X-274")] = None


class LineAllowance(Group, frozen=True):
    """Invoice line allowances (BG-27)."""

    amount: Annotated[Decimal | None, BT(136)] = None
    base_amount: Annotated[Decimal | None, BT(137)] = None
    percentage: Annotated[Decimal | None, BT(138)] = None
    reason: Annotated[str | None, BT(139)] = None
    reason_code: Annotated[str | None, BT(140)] = None


class LineCharge(Group, frozen=True):
    """Invoice line charges (BG-28)."""

    amount: Annotated[Decimal | None, BT(141)] = None
    base_amount: Annotated[Decimal | None, BT(142)] = None
    percentage: Annotated[Decimal | None, BT(143)] = None
    reason: Annotated[str | None, BT(144)] = None
    reason_code: Annotated[str | None, BT(145)] = None
