"""Decoding is safe when threads meet a type for the first time together."""

from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from invoicy.model import Invoice
from invoicy.model.conversion import convert, decode_json


def test_a_value_is_converted_and_decoded() -> None:
    assert convert({"number": "1"}, Invoice) == decode_json('{"number": "1"}', Invoice) == Invoice(number="1")


def test_other_json_is_an_error() -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_json("{", Invoice)
    with pytest.raises(msgspec.ValidationError):
        decode_json('{"number": 1}', Invoice)


def test_many_threads_decode_at_once() -> None:
    with ThreadPoolExecutor(8) as threads:
        invoices = list(threads.map(lambda number: decode_json(f'{{"number": "{number}"}}', Invoice), range(64)))
    assert [invoice.number for invoice in invoices] == [str(number) for number in range(64)]
