"""A reading matches the published schema, in both directions."""

import json
import pickle
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy import Reading, read
from invoicy.errors import InvalidReadingError
from invoicy.model import Invoice, InvoiceLine, Totals
from invoicy.readings.reading import Finding, InvoiceReading, Severity, Status
from tests.requirements import SAMPLES

DOCUMENTS = sorted(SAMPLES.iterdir())


def reading_of(invoice: Invoice) -> Reading:
    return Reading(
        id="0" * 64, name="", media_type="", status=Status.ACCEPTED, invoices=(InvoiceReading(invoice=invoice),)
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_json_and_back_is_the_same_reading(document: object) -> None:
    reading = read(str(document))
    assert Reading.from_json(reading.to_json()) == reading


@given(st.decimals(allow_nan=False, allow_infinity=False, places=10) | st.just(Decimal("0E-8")))
def test_an_amount_is_a_plain_string_with_all_its_digits(amount: Decimal) -> None:
    reading = reading_of(Invoice(lines=(InvoiceLine(net_price=amount),)))
    text = json.loads(reading.to_json())["invoices"][0]["invoice"]["lines"][0]["net_price"]
    assert "E" not in text
    assert Decimal(text) == amount
    assert Decimal(text).as_tuple().exponent == amount.as_tuple().exponent


def test_what_is_absent_is_left_out_and_never_null() -> None:
    text = reading_of(Invoice(totals=Totals(due=Decimal("1.00")))).to_json()
    assert "null" not in text
    assert json.loads(text)["invoices"][0]["invoice"] == {"totals": {"due": "1.00"}}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "This is not a reading: it is not JSON."),
        (b"\xff", "This is not a reading: it is not JSON."),
        ("[]", "This is JSON, but not a reading."),
        (
            '{"status": "accepted"}',
            "This is JSON, but not a reading: a field that every reading has is missing or wrong.",
        ),
        (
            reading_of(Invoice()).to_json().replace('"findings":[]', '"findings":[{"rule":3}]'),
            "This is JSON, but not a reading: findings[0].rule is missing or wrong.",
        ),
    ],
)
def test_text_that_is_not_a_reading_is_refused(text: str | bytes, sentence: str) -> None:
    with pytest.raises(InvalidReadingError) as raised:
        Reading.from_json(text)
    assert raised.value.message == sentence
    assert isinstance(raised.value, msgspec.ValidationError)


@pytest.mark.parametrize("text", ['{"schema": "%s"}', reading_of(Invoice()).to_json().replace("invoicy/1", "%s")])
@pytest.mark.parametrize("schema", ["invoicy/2", "other", ""])
def test_a_reading_of_another_schema_is_refused(text: str, schema: str) -> None:
    with pytest.raises(
        InvalidReadingError, match=f"of the schema '{schema}'; this version of Invoicy loads 'invoicy/1'"
    ):
        Reading.from_json(text % schema)


def test_a_reading_can_be_pickled() -> None:
    reading = read(SAMPLES / "hybrid-facturx-en16931.pdf")
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301  our own bytes


def test_all_findings_are_those_of_the_document_and_of_its_invoices() -> None:
    about = [Finding(rule, Severity.WARNING, "") for rule in ("a", "b", "c")]
    each = [InvoiceReading(invoice=Invoice(), findings=(finding,)) for finding in about[1:]]
    reading = msgspec.structs.replace(reading_of(Invoice()), findings=(about[0],), invoices=tuple(each))
    assert [finding.rule for finding in reading.all_findings] == ["a", "b", "c"]
    assert "all_findings" not in reading.to_json()


def test_a_reading_is_loaded_from_bytes_too() -> None:
    reading = reading_of(Invoice(number="R-1"))
    assert Reading.from_json(reading.to_json().encode()) == reading
