"""The published schema describes every field, and real readings fit it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from invoicy import read
from invoicy.model.terms import terms
from invoicy.readings.schema import reading_schema
from tests.requirements import SAMPLES

SCHEMA: dict[str, Any] = json.loads(reading_schema())
STRUCTS = {name: schema for name, schema in SCHEMA["$defs"].items() if "properties" in schema}


def fields() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, schema in STRUCTS.items():
        for field, described in schema["properties"].items():
            yield name, field, described


def test_it_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_a_reading_fits(sample: Path) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(read(sample).to_json()))) == []


def test_every_schema_and_every_field_has_a_description() -> None:
    assert [name for name, schema in SCHEMA["$defs"].items() if not schema["description"]] == []
    assert [f"{name}.{field}" for name, field, described in fields() if not described.get("description")] == []


def test_a_field_is_described_by_its_business_term() -> None:
    invoice, totals = STRUCTS["Invoice"]["properties"], STRUCTS["Totals"]["properties"]
    assert invoice["number"]["description"] == "Invoice number (BT-1)"
    assert invoice["seller"]["description"] == "Seller (BG-4)"
    assert totals["with_vat"]["description"] == "Invoice total amount with VAT (BT-112)"


def test_every_business_term_is_named() -> None:
    text = " ".join(described["description"] for _, _, described in fields())
    wholes = {term.field for term in terms() if term.type in {"identifier", "binary"}}  # of parts, not of fields
    ids = [term.term for term in terms() if not term.field.endswith("*") and term.parent not in wholes]
    assert len(ids) > 600
    assert [each for each in ids if f"({each})" not in text] == []


def test_no_description_holds_an_example_of_code() -> None:
    assert ">>>" not in reading_schema()


def test_null_is_nowhere_because_it_never_comes() -> None:
    assert "null" not in reading_schema()


def test_an_amount_is_a_plain_decimal_in_a_string() -> None:
    due = Draft202012Validator(STRUCTS["Totals"]["properties"]["due"])
    for amount in ("0", "-12.50", "0.00000000"):
        due.validate(amount)
    for other in (12.5, "1e3", "1,50", "", ".5", None):
        with pytest.raises(ValidationError):
            due.validate(other)


def test_a_reading_of_another_schema_does_not_fit() -> None:
    reading = json.loads(read(b"").to_json())
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate({**reading, "schema": "invoicy/2"})
