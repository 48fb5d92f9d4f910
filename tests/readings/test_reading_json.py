"""The JSON of a reading, and the sentences for a text that is not one."""

import json
from decimal import Decimal

import pytest
from msgspec import ValidationError

from invoicy.model import Invoice, Totals
from invoicy.readings.reading import InvoiceReading
from invoicy.readings.reading_json import encoded_json, sentence_for_invalid


def test_an_amount_is_a_string_in_plain_notation() -> None:
    invoice = Invoice(totals=Totals(with_vat=Decimal("0E-8")))
    encoded = json.loads(encoded_json(InvoiceReading(invoice)))
    assert encoded["invoice"]["totals"]["with_vat"] == "0.00000000"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("no JSON", "This is not a reading: it is not JSON."),
        (b"\xff", "This is not a reading: it is not JSON."),
        ("[]", "This is JSON, but not a reading."),
        ('{"schema": "other/1"}', "This is JSON of the schema 'other/1'; this version of Invoicy loads 'invoicy/1'."),
        ("{}", "This is JSON, but not a reading: status is missing or wrong."),
    ],
)
def test_each_text_that_is_not_a_reading_has_its_sentence(text: str | bytes, sentence: str) -> None:
    assert sentence_for_invalid(text, ValidationError("Expected `str` - at `$.status`")) == sentence
