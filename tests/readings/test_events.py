"""The published event: a CloudEvent of the published schema."""

import json

import pytest
from jsonschema import Draft202012Validator

from invoicy import Reading, read
from invoicy.readings.events import reading_stored
from invoicy.readings.schema import event_schema
from tests.requirements import ROOT, SAMPLES


def event_of(reading: Reading) -> dict[str, object]:
    event: dict[str, object] = json.loads(reading_stored(reading, tenant="t", version="1.0", key="k").to_json())
    return event


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_the_event_of_every_sample_is_valid_by_the_published_schema(name: str) -> None:
    schema = json.loads(event_schema())
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(event_of(read(SAMPLES / name)))


def test_the_event_summarises_every_invoice() -> None:
    data = event_of(read(SAMPLES / "two-invoices.pdf"))["data"]
    assert isinstance(data, dict)
    assert [invoice["number"] for invoice in data["invoices"]] == ["SH/4409", "100418"]


def test_the_page_shows_a_valid_event() -> None:
    page = (ROOT / "docs" / "events.md").read_text(encoding="utf-8")
    event = json.loads(page.partition("```json")[2].partition("```")[0])
    assert list(Draft202012Validator(json.loads(event_schema())).iter_errors(event)) == []
