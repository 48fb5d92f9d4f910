"""Layouts of many countries, drawn with letters, each with its expected values."""

from pathlib import Path

import pytest

from invoicy.pages.reader import read_pages
from invoicy.readings.reading import Reading
from invoicy.readings.record import record_of
from invoicy.readings.status import worst
from tests.pages.typeset import drawn

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.txt"))


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_a_layout_has_its_expected_values(path: Path) -> None:
    expected, _, text = path.read_text(encoding="utf-8").partition("---\n")
    invoices, findings = read_pages((drawn(text),))
    status = worst(invoice.status for invoice in invoices)
    record = record_of(Reading(id="", name="", media_type="", status=status, findings=findings, invoices=invoices))
    assert isinstance(record, dict)
    wanted = dict(line.split(": ", 1) for line in expected.splitlines())
    assert {name: record[name] for name in wanted} == wanted
