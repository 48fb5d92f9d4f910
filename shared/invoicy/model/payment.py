"""Payment: the ways to pay an invoice, and the amounts that have been paid."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from invoicy.model.types import BG, BT, Group


class CreditTransfer(Group, frozen=True):
    """Credit transfer (BG-17)."""

    identifier: Annotated[str | None, BT(84)] = None
    name: Annotated[str | None, BT(85)] = None
    service_provider_identifier: Annotated[str | None, BT(86)] = None


class PaymentCard(Group, frozen=True):
    """Payment card information (BG-18)."""

    primary_account_number: Annotated[str | None, BT(87)] = None
    holder_name: Annotated[str | None, BT(88)] = None
    network: Annotated[str | None, BT("UBL-1")] = None


class DirectDebit(Group, frozen=True):
    """Direct debit (BG-19)."""

    mandate_reference_identifier: Annotated[str | None, BT(89)] = None
    bank_assigned_creditor_identifier: Annotated[str | None, BT(90)] = None
    debited_account_identifier: Annotated[str | None, BT(91)] = None


class PaymentInstructions(Group, frozen=True):
    """Payment instructions (BG-16)."""

    means_code: Annotated[str | None, BT(81)] = None
    means_text: Annotated[str | None, BT(82)] = None
    remittance_information: Annotated[str | None, BT(83)] = None
    accounts: Annotated[tuple[CreditTransfer, ...], BG(17)] = ()
    card: Annotated[PaymentCard | None, BG(18)] = None
    direct_debit: Annotated[DirectDebit | None, BG(19)] = None


class ThirdPartyPayment(Group, frozen=True):
    """Third party payment (BG-DEX-09)."""

    type: Annotated[str | None, BT("DEX-001")] = None
    amount: Annotated[Decimal | None, BT("DEX-002")] = None
    description: Annotated[str | None, BT("DEX-003")] = None


class PaymentPenalty(Group, frozen=True):
    """Payment penalty terms (BG-X-43)."""

    base_date: Annotated[date | None, BT("X-276")] = None
    period: Annotated[Decimal | None, BT("X-277")] = None
    period_unit_code: Annotated[str | None, BT("X-278")] = None
    base_amount: Annotated[Decimal | None, BT("X-279")] = None
    percentage: Annotated[Decimal | None, BT("X-280")] = None
    amount: Annotated[Decimal | None, BT("X-281")] = None


class PaymentDiscount(Group, frozen=True):
    """Payment discount terms (BG-X-44)."""

    base_date: Annotated[date | None, BT("X-282")] = None
    period: Annotated[Decimal | None, BT("X-283")] = None
    period_unit_code: Annotated[str | None, BT("X-284")] = None
    base_amount: Annotated[Decimal | None, BT("X-285")] = None
    percentage: Annotated[Decimal | None, BT("X-286")] = None
    amount: Annotated[Decimal | None, BT("X-287")] = None


class AdvancePaymentVat(Group, frozen=True):
    """Advance payment VAT (BG-X-46)."""

    tax_amount: Annotated[Decimal | None, BT("X-293")] = None
    exemption_reason: Annotated[str | None, BT("X-295")] = None
    category_code: Annotated[str | None, BT("X-296")] = None
    exemption_reason_code: Annotated[str | None, BT("X-297")] = None
    rate: Annotated[Decimal | None, BT("X-298")] = None


class AdvancePayment(Group, frozen=True):
    """Advance payments (BG-X-45)."""

    amount: Annotated[Decimal | None, BT("X-291")] = None
    received_date: Annotated[date | None, BT("X-292")] = None
    vat: Annotated[tuple[AdvancePaymentVat, ...], BG("X-46")] = ()


class CurrencyExchange(Group, frozen=True):
    """Currency exchange (BG-X-41)."""

    source_currency_code: Annotated[str | None, BT("X-258")] = None
    target_currency_code: Annotated[str | None, BT("X-259")] = None
    rate: Annotated[Decimal | None, BT("X-260")] = None
    rate_date: Annotated[date | None, BT("X-261")] = None
