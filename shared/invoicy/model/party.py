"""The parties every invoice has: Seller, Buyer, Payee and Seller tax representative."""

from typing import Annotated

from invoicy.model.trade_party import TradeAddress, TradeContact
from invoicy.model.types import BG, BT, Group, Identifier


class SellerAddress(Group, frozen=True):
    """Seller postal address (BG-5)."""

    line_one: Annotated[str | None, BT(35)] = None
    line_two: Annotated[str | None, BT(36)] = None
    line_three: Annotated[str | None, BT(162)] = None
    city: Annotated[str | None, BT(37)] = None
    post_code: Annotated[str | None, BT(38)] = None
    country_subdivision: Annotated[str | None, BT(39)] = None
    country_code: Annotated[str | None, BT(40)] = None


class SellerContact(Group, frozen=True):
    """Seller contact (BG-6)."""

    point: Annotated[str | None, BT(41)] = None
    department: Annotated[str | None, BT("41-0")] = None
    telephone_number: Annotated[str | None, BT(42)] = None
    email_address: Annotated[str | None, BT(43)] = None
    fax_number: Annotated[str | None, BT("X-107")] = None
    type_code: Annotated[str | None, BT("X-317")] = None


class Seller(Group, frozen=True):
    """Seller (BG-4)."""

    name: Annotated[str | None, BT(27)] = None
    trading_name: Annotated[str | None, BT(28)] = None
    identifiers: Annotated[tuple[Identifier, ...], BT(29)] = ()
    legal_registration_identifier: Annotated[Identifier | None, BT(30)] = None
    vat_identifier: Annotated[str | None, BT(31)] = None
    tax_registration_identifier: Annotated[str | None, BT(32)] = None
    tax_registration_scheme: Annotated[str | None, BT("UBL-2")] = None
    additional_legal_information: Annotated[str | None, BT(33)] = None
    electronic_address: Annotated[Identifier | None, BT(34)] = None
    address: Annotated[SellerAddress | None, BG(5)] = None
    contact: Annotated[SellerContact | None, BG(6)] = None
    registered_address: Annotated[TradeAddress | None, BG("X-14")] = None
    role_code: Annotated[str | None, BT("X-543")] = None


class BuyerAddress(Group, frozen=True):
    """Buyer postal address (BG-8)."""

    line_one: Annotated[str | None, BT(50)] = None
    line_two: Annotated[str | None, BT(51)] = None
    line_three: Annotated[str | None, BT(163)] = None
    city: Annotated[str | None, BT(52)] = None
    post_code: Annotated[str | None, BT(53)] = None
    country_subdivision: Annotated[str | None, BT(54)] = None
    country_code: Annotated[str | None, BT(55)] = None


class BuyerContact(Group, frozen=True):
    """Buyer contact (BG-9)."""

    point: Annotated[str | None, BT(56)] = None
    department: Annotated[str | None, BT("56-0")] = None
    telephone_number: Annotated[str | None, BT(57)] = None
    email_address: Annotated[str | None, BT(58)] = None
    fax_number: Annotated[str | None, BT("X-115")] = None
    type_code: Annotated[str | None, BT("X-318")] = None


class Buyer(Group, frozen=True):
    """Buyer (BG-7)."""

    name: Annotated[str | None, BT(44)] = None
    trading_name: Annotated[str | None, BT(45)] = None
    identifier: Annotated[Identifier | None, BT(46)] = None
    legal_registration_identifier: Annotated[Identifier | None, BT(47)] = None
    vat_identifier: Annotated[str | None, BT(48)] = None
    electronic_address: Annotated[Identifier | None, BT(49)] = None
    address: Annotated[BuyerAddress | None, BG(8)] = None
    contact: Annotated[BuyerContact | None, BG(9)] = None
    additional_legal_information: Annotated[str | None, BT("X-334")] = None
    registered_address: Annotated[TradeAddress | None, BG("X-15")] = None
    role_code: Annotated[str | None, BT("X-544")] = None


class Payee(Group, frozen=True):
    """Payee (BG-10)."""

    name: Annotated[str | None, BT(59)] = None
    identifier: Annotated[Identifier | None, BT(60)] = None
    legal_registration_identifier: Annotated[Identifier | None, BT(61)] = None
    contact: Annotated[TradeContact | None, BG("X-39")] = None
    address: Annotated[TradeAddress | None, BG("X-40")] = None
    trading_name: Annotated[str | None, BT("X-243")] = None
    vat_identifier: Annotated[str | None, BT("X-257")] = None
    role_code: Annotated[str | None, BT("X-468")] = None


class TaxRepresentativeAddress(Group, frozen=True):
    """Seller tax representative postal address (BG-12)."""

    line_one: Annotated[str | None, BT(64)] = None
    line_two: Annotated[str | None, BT(65)] = None
    line_three: Annotated[str | None, BT(164)] = None
    city: Annotated[str | None, BT(66)] = None
    post_code: Annotated[str | None, BT(67)] = None
    country_subdivision: Annotated[str | None, BT(68)] = None
    country_code: Annotated[str | None, BT(69)] = None


class TaxRepresentative(Group, frozen=True):
    """Seller tax representative party (BG-11)."""

    name: Annotated[str | None, BT(62)] = None
    vat_identifier: Annotated[str | None, BT(63)] = None
    address: Annotated[TaxRepresentativeAddress | None, BG(12)] = None
    contact: Annotated[TradeContact | None, BG("X-17")] = None
