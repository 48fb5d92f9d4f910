"""Barcodes that link to a tax office's check of the invoice and contain values of it."""

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

from invoicy.model import Invoice
from invoicy.model.party import Buyer, Seller
from invoicy.model.totals import Totals
from invoicy.pages.barcodes.elements import amount, clean, day, json_object
from invoicy.pages.barcodes.statement import Statement

_KSEF = re.compile(r"/(?:client-app/)?invoice/(\d{10})/(\d{2}-\d{2}-\d{4})/[\w%=-]+", re.ASCII)
_TICKETBAI = re.compile(r"TBAI-([0-9A-Z]{9})-(\d{6})-.+", re.ASCII)
_ARGENTINE_CREDIT_NOTES = {"3", "8", "13", "53", "203", "208", "213"}
_ARGENTINE_CURRENCIES = {"PES": "ARS", "DOL": "USD", "060": "EUR"}
Query = Mapping[str, str]


def parse(text: str, _content: bytes) -> Statement | None:
    """Parse a link of a known tax office."""
    try:
        link = urlsplit(text.strip())
        query = {key.lower(): value for key, value in parse_qsl(link.query)}
        host = (link.hostname or "").lower()
    except ValueError:
        return None
    if link.scheme not in {"http", "https"}:
        return None
    return next((read(link, query) for ends, read in _OFFICES if host.endswith(ends)), None)


def _verifactu(_: SplitResult, query: Query) -> Statement | None:
    """Map Agencia Tributaria, Veri*factu (Orden HAC/1177/2024): nif, numserie, fecha, importe."""
    if not {"nif", "numserie"} <= query.keys():
        return None
    return Statement(
        "Veri*factu",
        Invoice(
            number=clean(query["numserie"]),
            issue_date=day(query.get("fecha"), "%d-%m-%Y"),
            seller=Seller(vat_identifier=clean(query["nif"])),
            totals=Totals(with_vat=amount(query.get("importe"))),
        ),
        Invoice(currency_code="EUR"),
    )


def _ticketbai(_: SplitResult, query: Query) -> Statement | None:
    """Map TicketBAI of the Basque tax offices: id with NIF and date, s(eries), nf (number), i (total)."""
    identifier = _TICKETBAI.fullmatch(query.get("id", ""))
    if not identifier:
        return None
    return Statement(
        "TicketBAI",
        Invoice(
            issue_date=day(identifier[2], "%d%m%y"),
            seller=Seller(vat_identifier=identifier[1]),
            totals=Totals(with_vat=amount(query.get("i"))),
        ),
        Invoice(number=clean(query.get("s", "") + query.get("nf", "")), currency_code="EUR"),
    )


def _ksef(link: SplitResult, _: Query) -> Statement | None:
    """Map Ministerstwo Finansów, KSeF: .../invoice/NIP/day/hash of the XML."""
    path = _KSEF.match(link.path)
    if not path:
        return None
    issued = day(path[2], "%d-%m-%Y")
    return Statement("KSeF", Invoice(issue_date=issued, seller=Seller(vat_identifier=path[1])))


def _afip(_: SplitResult, query: Query) -> Statement | None:
    """ARCA (AFIP), RG 4892/2020: p is JSON in base 64, with cuit, fecha, ptoVta, nroCmp, tipoCmp, importe, moneda."""
    try:
        data = json_object(base64.b64decode(query.get("p", "").replace(" ", "+") + "=="))
    except (binascii.Error, ValueError):
        return None
    if not data or not {"cuit", "fecha", "importe"} <= data.keys():
        return None
    credit = str(data.get("tipoCmp")) in _ARGENTINE_CREDIT_NOTES
    return Statement(
        "AFIP",
        Invoice(
            issue_date=day(data["fecha"], "%Y-%m-%d"),
            type_code="381" if credit else None,
            seller=Seller(vat_identifier=clean(data["cuit"])),
            totals=Totals(with_vat=amount(data["importe"])),
        ),
        Invoice(
            number=_argentine_number(data), currency_code=_ARGENTINE_CURRENCIES.get(str(data.get("moneda")).upper())
        ),
    )


def _argentine_number(data: Mapping[str, Any]) -> str | None:
    point, number = clean(data.get("ptoVta")), clean(data.get("nroCmp"))
    return f"{point.zfill(4)}-{number.zfill(8)}" if point and number else None


def _cfdi(_: SplitResult, query: Query) -> Statement | None:
    """Map SAT, CFDI (Anexo 20): id (UUID), re (issuer), rr (receiver), tt (total)."""
    if not {"id", "re", "tt"} <= query.keys():
        return None
    return Statement(
        "CFDI",
        Invoice(
            seller=Seller(vat_identifier=clean(query["re"])),
            buyer=Buyer(vat_identifier=clean(query.get("rr"))),
            totals=Totals(with_vat=amount(query["tt"].lstrip("0") or "0")),
        ),
    )


_OFFICES: tuple[tuple[str, Callable[[SplitResult, Query], Statement | None]], ...] = (
    ("aeat.es", _verifactu),
    ("agenciatributaria.gob.es", _verifactu),
    ("ticketbai.eus", _ticketbai),
    ("batuz.eus", _ticketbai),
    ("gipuzkoa.eus", _ticketbai),
    ("araba.eus", _ticketbai),
    ("ksef.mf.gov.pl", _ksef),
    ("mf.gov.pl", _ksef),
    ("afip.gob.ar", _afip),
    ("arca.gob.ar", _afip),
    ("sat.gob.mx", _cfdi),
)
