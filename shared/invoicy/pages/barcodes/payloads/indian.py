"""The signed code of an Indian e-invoice under GST (Invoice Registration Portal): a JWS whose payload sums it up."""

import base64
import binascii
import re
from collections.abc import Mapping
from typing import Any

from invoicy.model import Invoice
from invoicy.model.party import Buyer, Seller
from invoicy.model.totals import Totals
from invoicy.pages.barcodes.elements import amount, clean, day, json_object
from invoicy.pages.barcodes.statement import Statement

_JWS = re.compile(r"[\w-]{10,}\.([\w-]{20,})\.[\w-]*", re.ASCII)
_GSTIN = re.compile(r"\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]{3}", re.ASCII)
_TYPES = {"INV": "380", "CRN": "381", "DBN": "383"}


def parse(text: str, _content: bytes) -> Statement | None:
    """Parse head.payload.signature; its data has SellerGstin, BuyerGstin, DocNo, DocTyp, DocDt, TotInvVal, Irn.

    The signature is not verified: that would need the portal's key, and the page must agree in any case.
    """
    data = _data(text.strip())
    if data is None or "SellerGstin" not in data or "DocNo" not in data:
        return None
    return Statement(
        "GST e-invoice",
        Invoice(
            number=clean(data["DocNo"]),
            issue_date=day(data.get("DocDt"), "%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y"),
            type_code=_TYPES.get(str(data.get("DocTyp")).upper()),
            seller=Seller(vat_identifier=_gstin(data["SellerGstin"])),
            buyer=Buyer(vat_identifier=buyer) if (buyer := _gstin(data.get("BuyerGstin"))) else None,
            totals=Totals(with_vat=amount(data.get("TotInvVal"))),
        ),
        Invoice(currency_code="INR"),
    )


def _data(text: str) -> Mapping[str, Any] | None:
    parts = _JWS.fullmatch(text)
    payload = json_object(_decoded(parts[1])) if parts else None
    inner = payload.get("data") if payload else None
    if isinstance(inner, str):
        return json_object(inner)
    return inner if isinstance(inner, dict) else payload


def _decoded(part: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except (binascii.Error, ValueError):
        return b""


def _gstin(value: object) -> str | None:
    """Return a valid GSTIN. Buyers without one have URP instead."""
    gstin = _GSTIN.fullmatch(str(value).strip().upper())
    return gstin.group() if gstin else None
