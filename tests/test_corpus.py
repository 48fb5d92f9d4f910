"""Nothing is lost on the real e-invoices of the corpus; `python -m bench einvoice` prints the figures."""

import pytest
from bench.einvoice.leaves import Leaf, Share, leaves_of, share
from bench.einvoice.pairs import flat, pair_differences
from bench.einvoice.values import examples, invoicy_share
from lxml import etree

from invoicy import read
from tests.requirements import corpus
from tests.xml_documents import ubl

EINVOICE = corpus() / "einvoice"


@pytest.mark.corpus
def test_no_leaf_of_the_valid_examples_is_lost() -> None:
    total = sum((invoicy_share(file) for file in examples(EINVOICE)), Share())
    assert total.lost == ()
    assert total.in_model / (total.leaves - total.qualifiers) >= 0.995


@pytest.mark.corpus
def test_plain_en_16931_files_leave_nothing_unmapped() -> None:
    readings = [read(f) for f in examples(EINVOICE) if f.parent.name != "xrechnung"]
    assert [(r.name, u) for r in readings for u in r.invoices[0].unmapped] == []


@pytest.mark.corpus
def test_one_invoice_in_two_syntaxes_is_one_invoice() -> None:
    assert [d for file in sorted((EINVOICE / "xrechnung").glob("*_ubl.xml")) for d in pair_differences(file)[2]] == []


@pytest.mark.corpus
def test_every_hybrid_pdf_gives_its_invoice() -> None:
    readings = [read(file) for file in sorted((EINVOICE / "hybrid").rglob("*.pdf"))]
    assert readings
    assert [r.name for r in readings if not r.invoices] == []


def test_the_count_of_leaves_sees_a_loss() -> None:
    leaves = [
        Leaf("/a", "1.00"),
        Leaf("/b", "x"),
        Leaf("/c", "x"),
        Leaf("/d", "20260301"),
        Leaf("/e/@currencyID", "EUR"),
    ]
    counted = share(leaves, {"amount": "1.0", "text": "x", "day": "2026-03-01"}, unmapped=[])
    assert (counted.leaves, counted.qualifiers, counted.in_model) == (5, 1, 3)
    assert counted.lost == (Leaf("/c", "x"),)


def test_the_leaves_of_a_document_are_its_texts_and_attributes() -> None:
    root = etree.fromstring(ubl("<cbc:Note languageID='en'>n</cbc:Note>"))
    assert [leaf.path for leaf in leaves_of(root)] == [
        "/Invoice/ID",
        "/Invoice/IssueDate",
        "/Invoice/DocumentCurrencyCode",
        "/Invoice/Note/@languageID",
        "/Invoice/Note",
    ]


def test_flat_compares_numbers_by_value() -> None:
    assert dict(flat({"a": ["1.00", {"b": "x"}]})) == {"/a/0": "1", "/a/1/b": "x"}
