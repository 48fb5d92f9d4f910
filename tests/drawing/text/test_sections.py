"""An e-invoice without a page, as sections."""

import pytest

from invoicy.drawing.canvas.inks import Ink
from invoicy.drawing.document import sheets_of
from invoicy.drawing.text.notes import notes_of
from invoicy.drawing.text.sections import sections_of
from invoicy.model.leaves import leaves_of
from tests.drawing.samples import sample

_XML = ("bad-total.xml", "cii-en16931.xml", "cii-xrechnung.xml", "ubl-credit-note.xml", "ubl-invoice.xml")


@pytest.mark.parametrize("name", _XML)
def test_no_value_is_left_out_and_none_is_there_twice(name: str) -> None:
    reading, _ = sample(name)
    sections = sections_of(reading.invoices[0].invoice, {})
    everything = (*sections.above, *sections.lines, *sections.below)
    pointers = [value.pointer for section in everything for value in section.values]
    assert sorted(pointers) == sorted(leaves_of(reading.invoices[0].invoice))
    assert all(value.named.term and value.text for section in everything for value in section.values)


def test_the_wrong_total_is_marked_with_the_number_of_its_finding() -> None:
    reading, _ = sample("bad-total.xml")
    findings = {note.number: note.finding for note in notes_of(reading)}
    below = sections_of(reading.invoices[0].invoice, findings).below
    marked = {value.pointer: value.notes for section in below for value in section.values if value.ink is Ink.WRONG}
    assert marked == {"/totals/with_vat": (1,)}


def test_a_sheet_is_as_wide_as_its_columns_need() -> None:
    (sheet,) = sheets_of(*sample("bad-total.xml"))
    assert sheet().width == 1400
