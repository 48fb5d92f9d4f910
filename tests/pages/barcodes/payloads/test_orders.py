"""Payment orders of single countries: account, amount due, payee, reference, due date."""

import lzma
import zlib
from datetime import date
from decimal import Decimal

import pytest

from invoicy.pages.barcodes.registry import statement_of
from tests.pages.barcodes.payload import code, stated

_UPN = (
    "UPNQR\n\n\n\n\nJanez Novak\nDolga 1\n1000 Ljubljana\n00000012345\n\n\nCOST\nRačun 2026-7\n15.04.2026\n"
    "SI56263300012039086\nSI0020267\nTestno podjetje d.o.o.\nLepa ulica 1\n1000 Ljubljana\n151\n"
)
_HUB = (
    "HRVHUB30\nEUR\n000000000012345\nPERO PERIĆ\nILICA 1\n10000 ZAGREB\nTVRTKA D.O.O.\nULICA 2\n10000 ZAGREB\n"
    "HR1210010051863000160\nHR01\n7336-68949637625-00001\nCOST\nRačun 7\n"
)
_SPAYD = "SPD*1.0*ACC:CZ5855000000001265098001+RZBCCZPP*AM:123.45*CC:CZK*DT:20260415*RN:FIRMA A*X-VS:2026007*MSG:FA%2A7"
_IPS = (
    "K:PR|V:01|C:1|R:845000000040484987|N:Testno preduzeće\r\nUlica 2\r\nBeograd|I:RSD123,45|SF:289|RO:97163220000111"
)


def _by_square(*fields: str) -> str:
    plain = "\t".join(fields).encode()
    content = zlib.crc32(plain).to_bytes(4, "little") + plain
    packing = {"id": lzma.FILTER_LZMA1, "lc": 3, "lp": 0, "pb": 2, "dict_size": 1 << 17}
    packed = b"\0\0" + len(content).to_bytes(2, "little") + lzma.compress(content, lzma.FORMAT_RAW, filters=[packing])
    bits = "".join(f"{byte:08b}" for byte in packed)
    bits += "0" * (-len(bits) % 5)
    return "".join("0123456789ABCDEFGHIJKLMNOPQRSTUV"[int(bits[at : at + 5], 2)] for at in range(0, len(bits), 5))


_SQUARE = _by_square(
    "", "1", "1", "123.45", "EUR", "20260415", "2026007", "", "", "", "", "1", "SK9611000000002918599669", "TATRSKBX",
    "0", "0", "Firma s.r.o.", "", "",
)  # fmt: skip


@pytest.mark.parametrize(
    ("payload", "account", "payee", "reference"),
    [
        (_UPN, "SI56263300012039086", "Testno podjetje d.o.o.", "SI0020267"),
        (_HUB, "HR1210010051863000160", "TVRTKA D.O.O.", "HR01 7336-68949637625-00001"),
        (_SPAYD, "CZ5855000000001265098001", "FIRMA A", "2026007"),
        (_IPS, "845000000040484987", "Testno preduzeće", "97163220000111"),
        (_SQUARE, "SK9611000000002918599669", "Firma s.r.o.", "2026007"),
    ],
)
def test_an_order_names_account_amount_payee_and_reference(
    payload: str, account: str, payee: str, reference: str
) -> None:
    statement = stated(payload)
    assert statement.binding.payment is not None
    assert statement.binding.payment.accounts[0].identifier == account
    assert statement.binding.payment.remittance_information == reference
    assert statement.binding.totals is not None
    assert statement.binding.totals.due == Decimal("123.45")
    assert statement.hints.seller is not None
    assert statement.hints.seller.name == payee


@pytest.mark.parametrize("payload", [_UPN, _SPAYD, _SQUARE])
def test_the_day_to_pay_is_the_due_date(payload: str) -> None:
    assert stated(payload).hints.due_date == date(2026, 4, 15)


def test_pay_by_square_with_a_wrong_check_sum_is_ignored() -> None:
    wrong = _SQUARE[:-6] + ("A" if _SQUARE[-6] != "A" else "B") + _SQUARE[-5:]
    assert statement_of(code(wrong)) is None
