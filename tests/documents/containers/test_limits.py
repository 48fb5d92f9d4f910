"""Limits on the documents inside one document."""

import pytest

from invoicy.documents.containers.limits import MAX_PARTS, within_limits
from invoicy.documents.document import Document
from invoicy.errors import UnreadableDocumentError

PART = Document("1", "a.txt", "text/plain", b"x")


def test_as_many_documents_as_allowed_pass() -> None:
    parts = (PART,) * MAX_PARTS
    assert within_limits(parts) is parts


def test_one_document_more_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        within_limits((PART,) * (MAX_PARTS + 1))
    assert raised.value.rule == "INVOICY-TOO-LARGE"
