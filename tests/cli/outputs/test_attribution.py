"""Results with the path of their document."""

import json
import os

from invoicy import Reading, read
from invoicy.cli.outputs.attribution import json_path, rendered_with
from tests.requirements import SAMPLES
from tests.xml_documents import valid_ubl


def test_a_reading_with_its_path_is_still_a_reading() -> None:
    reading = read(valid_ubl(), name="a.xml")
    text = rendered_with("in/a.xml", as_record=False)(reading)
    assert json.loads(text) == {"path": "in/a.xml", **json.loads(reading.to_json())}
    assert Reading.from_json(text) == reading


def test_a_record_carries_path_name_and_id() -> None:
    reading = read(valid_ubl(), name="a.xml")
    record = json.loads(rendered_with("in/a.xml", as_record=True)(reading))
    assert (record["path"], record["name"], record["id"]) == ("in/a.xml", "a.xml", reading.id)
    assert (record["status"], record["gross_total"]) == ("accepted", "119.00")


def test_each_record_of_several_invoices_carries_them() -> None:
    records = json.loads(rendered_with("two.pdf", as_record=True)(read(SAMPLES / "two-invoices.pdf")))
    assert [record["path"] for record in records] == ["two.pdf", "two.pdf"]


def test_records_in_lines_are_a_line_for_each_invoice() -> None:
    for name, count in ("two-invoices.pdf", 2), ("ubl-invoice.xml", 1), ("not-an-invoice.pdf", 1):
        text = rendered_with(name, as_record=True, in_lines=True)(read(SAMPLES / name))
        assert [json.loads(line)["path"] for line in text.splitlines()] == [name] * count


def test_a_rejected_record_carries_the_reason() -> None:
    reading = read(b"", name="empty.pdf")
    assert json.loads(rendered_with("empty.pdf", as_record=True)(reading)) == {
        "path": "empty.pdf",
        "name": "empty.pdf",
        "id": reading.id,
        "status": "rejected",
        "rule": "INVOICY-EMPTY-DOCUMENT",
        "message": "The document is empty: it has no bytes.",
    }


def test_bytes_that_are_not_characters_are_escaped() -> None:
    path = os.fsdecode(b"in/M\xfcller.xml")
    text = rendered_with(json_path(path), as_record=False)(read(valid_ubl(), name=path))
    assert json.loads(text)["path"] == r"in/M\xfcller.xml"
    assert Reading.from_json(text).name == "in/M\ufffdller.xml"
