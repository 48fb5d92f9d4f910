"""Documents that are empty, too large or too deep are refused unread."""

import pytest

from invoicy.documents.document import Document
from invoicy.errors import UnreadableDocumentError
from invoicy.extraction.limits import MAX_DEPTH, MAX_DOCUMENT_BYTES, refuse_outside_limits, too_large
from invoicy.readings.reading import Status


def _rule(content: bytes, depth: int = 0) -> str:
    with pytest.raises(UnreadableDocumentError) as raised:
        refuse_outside_limits(Document("1", "", "application/xml", content), depth)
    return raised.value.rule


@pytest.mark.parametrize("content", [b"", b"\0" * 5000, b"\xef\xbb\xbf \r\n", b"\xff\xfe"])
def test_a_document_without_content_is_empty(content: bytes) -> None:
    assert _rule(content) == "INVOICY-EMPTY-DOCUMENT"


def test_a_document_above_the_limit_is_too_large() -> None:
    assert _rule(b"<" * (MAX_DOCUMENT_BYTES + 1)) == "INVOICY-TOO-LARGE"


def test_a_document_inside_too_many_others_is_too_deep() -> None:
    refuse_outside_limits(Document.of(b"<a/>"), MAX_DEPTH)
    assert _rule(b"<a/>", MAX_DEPTH + 1) == "INVOICY-TOO-DEEP"


def test_a_document_that_was_never_loaded_has_a_rejected_reading_with_its_id() -> None:
    reading = too_large(Document("0" * 64, "big.pdf", "application/pdf", b""))
    assert (reading.id, reading.name, reading.status) == ("0" * 64, "big.pdf", Status.REJECTED)
    assert [finding.rule for finding in reading.findings] == ["INVOICY-TOO-LARGE"]
