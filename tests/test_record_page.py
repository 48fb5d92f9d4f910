"""The page of records names every key of a record, in its order, and no other."""

import re

from docs.generate import DOCS

from invoicy import read
from invoicy.model.terms import terms
from invoicy.readings.record import Record, record_of_document
from tests.requirements import SAMPLES

_PAGE = (DOCS / "record.md").read_text(encoding="utf-8")


def _keys(heading: str) -> list[str]:
    """The keys in the first column of the table below a heading."""
    section = _PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return [key for cell in cells for key in re.findall(r"`(\w+)`", cell)]


def _record(name: str) -> Record:
    record = record_of_document(read(SAMPLES / name), name)
    assert isinstance(record, dict)
    return record


def test_the_keys_of_an_invoice_are_on_the_page() -> None:
    assert _keys("An invoice") == list(_record("ubl-invoice.xml"))


def test_the_keys_of_a_line_are_on_the_page() -> None:
    assert _keys("A line") == list(_record("ubl-invoice.xml")["lines"][0])


def test_the_keys_of_a_rejected_document_are_on_the_page() -> None:
    assert _keys("A rejected document") == list(_record("not-an-invoice.pdf"))


def test_each_term_on_the_page_is_a_term_of_the_model() -> None:
    assert set(re.findall(r"B[TG]-\d+", _PAGE)) <= {term.term for term in terms()}
