"""The facts of an invented invoice, read from its TOML file; sums are computed."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Party:
    """Seller or buyer."""

    name: str
    street: str
    city: str
    post_code: str
    country: str
    trading_name: str = ""
    slogan: str = ""
    additional: str = ""
    subdivision: str = ""
    country_name: str = ""
    vat_identifier: str = ""
    tax_number: str = ""
    legal_identifier: str = ""
    legal_scheme: str = ""
    legal_note: str = ""
    electronic_address: str = ""
    electronic_scheme: str = ""
    contact: str = ""
    telephone: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True)
class Adjustment:
    """An allowance (or a charge) on the invoice or on one line."""

    reason: str
    reason_code: str = ""
    amount: Decimal = NOTHING
    base: Decimal | None = None
    percent: Decimal | None = None
    charge: bool = False
    vat_category: str = "S"
    vat_rate: Decimal = NOTHING


@dataclass(frozen=True)
class Line:
    """One invoice line; `role` is the Factur-X status reason of a sub-line."""

    name: str
    quantity: Decimal
    net_price: Decimal
    identifier: str
    unit_code: str = "C62"
    unit: str = ""
    vat_category: str = "S"
    vat_rate: Decimal = NOTHING
    item: str = ""
    description: str = ""
    base_quantity: Decimal = Decimal(1)
    parent: str = ""
    role: str = ""
    adjustments: tuple[Adjustment, ...] = ()


@dataclass(frozen=True)
class Payment:
    """The means of payment that the seller requests."""

    means_code: str = "30"
    means: str = ""
    terms: str = ""
    account: str = ""
    account_name: str = ""
    bank: str = ""
    bic: str = ""
    reference: str = ""
    mandate: str = ""
    creditor: str = ""
    debited_account: str = ""
    paid: Decimal = NOTHING


@dataclass(frozen=True)
class Exemption:
    """The reason for a VAT category without VAT."""

    category: str
    reason: str
    code: str = ""


@dataclass(frozen=True)
class Attachment:
    """A supporting document carried inside the invoice."""

    identifier: str
    description: str
    file_name: str
    media_type: str
    text: str


@dataclass(frozen=True)
class Transmission:
    """The values that only FatturaPA requires."""

    progressive: str
    recipient_code: str
    regime: str
    rea_office: str
    rea_number: str
    capital: Decimal


@dataclass(frozen=True)
class Invoice:
    """One invented invoice."""

    number: str
    issue_date: dt.date
    currency: str
    seller: Party
    buyer: Party
    lines: tuple[Line, ...]
    payment: Payment
    locale: str = "en-GB"
    accent: str = "#1f3a5f"
    type_code: str = "380"
    specification: str = "urn:cen.eu:en16931:2017"
    process: str = ""
    due_date: dt.date | None = None
    delivery_date: dt.date | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    buyer_reference: str = ""
    buyer_number: str = ""
    order: str = ""
    contract: str = ""
    despatch_advice: str = ""
    preceding: str = ""
    preceding_date: dt.date | None = None
    note: str = ""
    greeting: str = ""
    adjustments: tuple[Adjustment, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    transmission: Transmission | None = None


def load_invoice(path: Path) -> Invoice:
    """Read the facts of one invoice; every number in the file becomes an exact decimal."""
    table = _exact(tomllib.loads(path.read_text("utf-8"), parse_float=Decimal))
    several = {
        "lines": tuple(_line(row, position) for position, row in enumerate(table["lines"], start=1)),
        "adjustments": _adjustments(table),
        "exemptions": tuple(Exemption(**row) for row in table.get("exemptions", ())),
        "attachments": tuple(Attachment(**row) for row in table.get("attachments", ())),
    }
    single = {
        "seller": Party(**table["seller"]),
        "buyer": Party(**table["buyer"]),
        "payment": Payment(**table.get("payment", {})),
    }
    if "transmission" in table:
        single["transmission"] = Transmission(**table["transmission"])
    return Invoice(**{**table, **several, **single})


def _line(row: Mapping[str, Any], position: int) -> Line:
    return Line(**{"identifier": str(position), **row, "adjustments": _adjustments(row)})


def _adjustments(table: Mapping[str, Any]) -> tuple[Adjustment, ...]:
    return tuple(Adjustment(**row) for row in table.get("adjustments", ()))


def _exact(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _exact(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_exact(inner) for inner in value]
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value
