"""The promises of every Extractor."""

import pytest

from invoicy.document import Document
from invoicy.errors import UnreadableDocumentError
from tests.contracts.conftest import ExtractorRig


def test_the_invoice_of_a_document_is_found(extractor_rig: ExtractorRig) -> None:
    (found,) = extractor_rig.extractor.extract(Document.of(extractor_rig.document))
    assert found.invoice.number == "R-1"


def test_the_same_bytes_give_the_same_invoices(extractor_rig: ExtractorRig) -> None:
    document = Document.of(extractor_rig.document)
    assert extractor_rig.extractor.extract(document) == extractor_rig.extractor.extract(document)


def test_a_document_for_another_extractor_gives_nothing(extractor_rig: ExtractorRig) -> None:
    assert extractor_rig.extractor.extract(Document.of(b"\x00 of no known kind")) == ()


def test_a_broken_document_is_unreadable(extractor_rig: ExtractorRig) -> None:
    with pytest.raises(UnreadableDocumentError):
        extractor_rig.extractor.extract(Document.of(extractor_rig.broken))
