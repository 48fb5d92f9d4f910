"""The item that a line is for, its attributes and its parts."""

from decimal import Decimal
from typing import Annotated

from invoicy.model.types import BG, BT, Group, Identifier


class ItemAttribute(Group, frozen=True):
    """Item attributes (BG-32)."""

    name: Annotated[str | None, BT(160)] = None
    value: Annotated[str | None, BT(161)] = None
    type_code: Annotated[str | None, BT("X-11")] = None
    measure: Annotated[Decimal | None, BT("X-12")] = None
    measure_unit_code: Annotated[str | None, BT("X-12-0")] = None


class ItemInstance(Group, frozen=True):
    """Item instances (BG-X-84)."""

    batch_identifier: Annotated[str | None, BT("X-306")] = None
    serial_identifier: Annotated[str | None, BT("X-307")] = None


class IncludedProduct(Group, frozen=True):
    """Included products (BG-X-1)."""

    identifier: Annotated[str | None, BT("X-308")] = None
    standard_identifiers: Annotated[tuple[Identifier, ...], BT("X-15")] = ()
    seller_identifier: Annotated[str | None, BT("X-16")] = None
    buyer_identifier: Annotated[str | None, BT("X-17")] = None
    industry_identifier: Annotated[str | None, BT("X-309")] = None
    name: Annotated[str | None, BT("X-18")] = None
    description: Annotated[str | None, BT("X-19")] = None
    quantity: Annotated[Decimal | None, BT("X-20")] = None
    unit_code: Annotated[str | None, BT("X-20-1")] = None


class Item(Group, frozen=True):
    """Item information (BG-31)."""

    name: Annotated[str | None, BT(153)] = None
    description: Annotated[str | None, BT(154)] = None
    seller_identifier: Annotated[str | None, BT(155)] = None
    buyer_identifier: Annotated[str | None, BT(156)] = None
    standard_identifier: Annotated[Identifier | None, BT(157)] = None
    classification_identifiers: Annotated[tuple[Identifier, ...], BT(158)] = ()
    country_of_origin: Annotated[str | None, BT(159)] = None
    attributes: Annotated[tuple[ItemAttribute, ...], BG(32)] = ()
    identifier: Annotated[str | None, BT("X-305")] = None
    industry_identifier: Annotated[str | None, BT("X-532")] = None
    model_identifier: Annotated[str | None, BT("X-533")] = None
    batch_identifier: Annotated[str | None, BT("X-534")] = None
    brand_name: Annotated[str | None, BT("X-535")] = None
    model_name: Annotated[str | None, BT("X-536")] = None
    instances: Annotated[tuple[ItemInstance, ...], BG("X-84")] = ()
    included_products: Annotated[tuple[IncludedProduct, ...], BG("X-1")] = ()
