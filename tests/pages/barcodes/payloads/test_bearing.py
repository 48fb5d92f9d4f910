"""Codes with values of the invoice: its number, date, parties and totals."""

import base64
import json
from datetime import date
from decimal import Decimal

import pytest

from invoicy.model import Invoice
from tests.pages.barcodes.payload import stated


def _b64(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


_DATA = {
    "SellerGstin": "29AABCT1332L000", "BuyerGstin": "29AWGPV7107B1Z1", "DocNo": "DOC/001", "DocTyp": "CRN",
    "DocDt": "18/08/2026", "TotInvVal": 12908.50, "ItemCnt": 1, "MainHsnCode": "1001", "Irn": "a" * 64,
}  # fmt: skip
_GST = ".".join([_b64('{"alg":"RS256"}'), _b64(json.dumps({"data": json.dumps(_DATA), "iss": "NIC"})), "c2ln" * 12])
_ZATCA = base64.b64encode(
    b"".join(
        bytes([tag, len(text.encode())]) + text.encode()
        for tag, text in enumerate(
            ("شركة بوبس", "310122393500003", "2026-04-25T15:30:00Z", "1000.00", "150.00"), start=1
        )
    )
).decode()
_ATCUD = (
    "A:123456789*B:509876543*C:PT*D:FT*E:N*F:20260512*G:FT AB2026/0035*H:CSDF7T5H-0035*I1:PT*I7:100."
    "00*I8:23.00*N:23.00*O:123.00*Q:kLp0*R:9999"
)
_VERIFACTU = (
    "https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT/ValidarQR?nif=89890001K&numserie=12345678%"
    "2FG33&fecha=01-09-2026&importe=241.4"
)
_TICKETBAI = "https://batuz.eus/QRTBAI/?id=TBAI-00000006Y-251026-btFpwP8dcLGAF-237&s=T&nf=27174&i=4.70&cr=007"
_KSEF = "https://qr.ksef.mf.gov.pl/invoice/5265877635/01-02-2026/UtQp9Gpc51y-u3xApZjIjgkpZ01js-J8KflSPW8WzIE"
_AFIP = "https://www.afip.gob.ar/fe/qr/?p=" + base64.b64encode(
    json.dumps(
        {"ver": 1, "fecha": "2026-10-13", "cuit": 30000000007, "ptoVta": 10, "tipoCmp": 3, "nroCmp": 94,
         "importe": 12100.5, "moneda": "DOL", "ctz": 65}
    ).encode()
).decode()  # fmt: skip
_CFDI = (
    "https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx?id=5c7b&re=XAXX010101000&rr=CUP"
    "U800825569&tt=0000001234.560000&fe=abc"
)
_UQR = (
    '{"uqr":1,"tp":1,"nme":"Svensk Firma AB","cc":"SE","cid":"555555-5555","iref":"52456","idt":"202'
    '60408","ddt":"20260508","due":5,"cur":"SEK","vat":1,"pt":"BG","acc":"433-8778"}'
)
_TURKISH = (
    '{"vkntckn":"1234567890","avkntckn":"9876543210","tip":"IADE","tarih":"2026-05-20","no":"ABC2026'
    '000000001","parabirimi":"TRY","vergidahil":"118.00","odenecek":"118.00"}'
)
_SID = (
    "SID*1.0*ID:2026007*DD:20260401*VII:CZ12345678*VIR:CZ87654321*AM:121.00*TB0:100.00*T0:21.00*CC:C"
    "ZK*ACC:CZ5855000000001265098001"
)


def _summary(invoice: Invoice) -> tuple[object, ...]:
    totals = invoice.totals
    return (
        invoice.number,
        invoice.issue_date,
        invoice.seller.vat_identifier if invoice.seller else None,
        invoice.buyer.vat_identifier if invoice.buyer else None,
        (totals.with_vat or totals.due) if totals else None,
    )


@pytest.mark.parametrize(
    ("payload", "summary"),
    [
        (_GST, ("DOC/001", date(2026, 8, 18), "29AABCT1332L000", "29AWGPV7107B1Z1", Decimal("12908.50"))),
        (_ZATCA, (None, date(2026, 4, 25), "310122393500003", None, Decimal(1000))),
        (_ATCUD, ("FT AB2026/0035", date(2026, 5, 12), "123456789", "509876543", Decimal(123))),
        (_VERIFACTU, ("12345678/G33", date(2026, 9, 1), "89890001K", None, Decimal("241.4"))),
        (_TICKETBAI, (None, date(2026, 10, 25), "00000006Y", None, Decimal("4.70"))),
        (_KSEF, (None, date(2026, 2, 1), "5265877635", None, None)),
        (_AFIP, (None, date(2026, 10, 13), "30000000007", None, Decimal("12100.5"))),
        (_CFDI, (None, None, "XAXX010101000", "CUPU800825569", Decimal("1234.56"))),
        (_UQR, ("52456", date(2026, 4, 8), None, None, Decimal(5))),
        (_TURKISH, ("ABC2026000000001", date(2026, 5, 20), "1234567890", "9876543210", Decimal(118))),
        (_SID, ("2026007", date(2026, 4, 1), "CZ12345678", "CZ87654321", Decimal(121))),
        (f"SPD*1.0*ACC:CZ5855000000001265098001*AM:121.00*X-INV:{_SID.replace('*', '%2A')}",
         ("2026007", date(2026, 4, 1), "CZ12345678", "CZ87654321", Decimal(121))),
    ],
)  # fmt: skip
def test_number_date_parties_and_total(payload: str, summary: tuple[object, ...]) -> None:
    assert _summary(stated(payload).binding) == summary


@pytest.mark.parametrize("payload", [_GST, _AFIP, _TURKISH, _ATCUD.replace("D:FT", "D:NC")])
def test_a_credit_note_has_its_type_code(payload: str) -> None:
    assert stated(payload).binding.type_code == "381"


def test_the_series_belongs_to_a_ticketbai_number() -> None:
    assert stated(_TICKETBAI).hints.number == "T27174"


def test_an_argentine_number_has_the_point_of_sale_before_it() -> None:
    hints = stated(_AFIP).hints
    assert (hints.number, hints.currency_code) == ("0010-00000094", "USD")


def test_vat_at_all_czech_rates_is_one_sum() -> None:
    totals = stated(_SID.replace("*CC", "*T1:3.00*CC")).binding.totals
    assert totals is not None
    assert totals.vat == Decimal(24)
