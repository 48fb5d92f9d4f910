"""Payloads of barcodes: any content gives terms of the model or nothing."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.model.leaves import leaves_of
from invoicy.pages.barcodes.registry import statement_of
from invoicy.pages.sources.page import Barcode
from tests.pages.barcodes.payload import EPC, SWISS, code

_HEADS = (
    EPC, SWISS, "UPNQR\n", "HRVHUB30\nEUR\n", "SPD*1.0*ACC:", "SID*1.0*ID:", "K:PR|V:01|", "A:123456789*F:*G:*O:",
    "https://www2.agenciatributaria.gob.es/?nif=1&numserie=", "https://www.afip.gob.ar/fe/qr/?p=", "https://[",
    "https://batuz.eus/?id=TBAI-00000006Y-251026-", '{"uqr":1,"iref":', '{"vkntckn":1,"no":[],"tarih":{}}',
    "eyJhbGciOiJSUzI1NiJ9.", "[" * 3000, '{"a":' * 800,
)  # fmt: skip


@given(
    text=st.one_of(st.text(), st.text(alphabet="0123456789ABCDEFGHIJKLMNOPQRSTUV", min_size=32)), content=st.binary()
)
def test_any_text_gives_terms_or_nothing(text: str, content: bytes) -> None:
    _holds_only_values(code(text, content))


@given(head=st.sampled_from(_HEADS), cut=st.integers(0, 400), tail=st.text())
def test_a_payload_cut_anywhere_gives_terms_or_nothing(head: str, cut: int, tail: str) -> None:
    text = head[:cut] + tail
    _holds_only_values(code(text, text.encode("utf-8", "replace")))


@given(place=st.integers(0, 31), element=st.text())
def test_a_swiss_bill_with_anything_in_one_of_its_lines_gives_terms_or_nothing(place: int, element: str) -> None:
    lines = SWISS.split("\n")
    lines[place] = element
    _holds_only_values(code("\n".join(lines)))


@pytest.mark.parametrize(
    "text", ["", "https://www.example.com/shop", "WIFI:S:guest;;", "BEGIN:VCARD\nFN:A\nEND:VCARD", "42"]
)
def test_other_codes_state_no_invoice(text: str) -> None:
    assert statement_of(code(text)) is None


def _holds_only_values(barcode: Barcode) -> None:
    statement = statement_of(barcode)
    if statement is not None:
        values = [*leaves_of(statement.binding).values(), *leaves_of(statement.hints).values()]
        assert all(isinstance(value, str | date | Decimal) for value in values)
        assert all(value.is_finite() for value in values if isinstance(value, Decimal))
