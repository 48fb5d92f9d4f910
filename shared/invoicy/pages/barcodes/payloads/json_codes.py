"""Barcodes that contain an object of JSON: the Swedish UsingQR and the Turkish e-Fatura."""

from collections.abc import Mapping
from typing import Any

from invoicy.model import Invoice
from invoicy.model.party import Buyer, Seller
from invoicy.model.totals import Totals
from invoicy.pages.barcodes.elements import amount, clean, day, iban, json_object
from invoicy.pages.barcodes.payment_order import PaymentOrder, transfer
from invoicy.pages.barcodes.statement import Statement

_UQR_CREDIT_NOTE = "2"


def parse(text: str, _content: bytes) -> Statement | None:
    """Parse an object with the keys of a known format."""
    text = text.strip()
    data = json_object(text) if text.startswith("{") else None
    if data is None:
        return None
    if "uqr" in data and "iref" in data:
        return _using_qr(data)
    return _turkish(data) if {"vkntckn", "no", "tarih"} <= data.keys() else None


def _using_qr(data: Mapping[str, Any]) -> Statement:
    """Map UsingQR 1.0: iref number, idt and ddt days, due amount, vat, cur currency, nme payee, acc account."""
    name, account = clean(data.get("nme")), iban(str(data.get("acc", "")))
    form = "%Y%m%d"
    return Statement(
        "UsingQR",
        Invoice(
            number=clean(data["iref"]),
            issue_date=day(data.get("idt"), form),
            due_date=day(data.get("ddt"), form),
            type_code="381" if str(data.get("tp")) == _UQR_CREDIT_NOTE else None,
            payment=transfer(PaymentOrder(account=account, payee=name)) if account else None,
            totals=Totals(due=amount(data.get("due")), vat=amount(data.get("vat"))),
        ),
        Invoice(
            currency_code=clean(data.get("cur")) or ("SEK" if data.get("cc") == "SE" else None),
            seller=Seller(name=name) if name else None,
        ),
    )


def _turkish(data: Mapping[str, Any]) -> Statement:
    """e-Fatura: vkntckn seller, avkntckn buyer, no, tarih day, vergidahil total, odenecek due, parabirimi currency."""
    return Statement(
        "e-Fatura",
        Invoice(
            number=clean(data["no"]),
            issue_date=day(data["tarih"], "%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y"),
            currency_code=clean(data.get("parabirimi")),
            type_code="381" if str(data.get("tip")).upper() == "IADE" else None,
            seller=Seller(vat_identifier=clean(data["vkntckn"])),
            buyer=Buyer(vat_identifier=buyer) if (buyer := clean(data.get("avkntckn"))) else None,
            totals=Totals(with_vat=amount(data.get("vergidahil")), due=amount(data.get("odenecek"))),
        ),
    )
