"""Limits on the documents inside one document, against archives that are made to fill the memory."""

from invoicy.documents.document import Document
from invoicy.documents.size_in_words import size_in_words
from invoicy.errors import UnreadableDocumentError

MAX_PARTS = 500
MAX_BYTES = 512 * 1024 * 1024  # twice the largest document, because e-mail and PDF may compress what they contain


def within_limits(parts: tuple[Document, ...]) -> tuple[Document, ...]:
    """Return the documents unchanged. Raises UnreadableDocumentError when they are too many or too large together."""
    if len(parts) > MAX_PARTS or sum(len(part.content) for part in parts) > MAX_BYTES:
        limit = f"{MAX_PARTS} files or {size_in_words(MAX_BYTES)}"
        message = f"The document holds more than {limit}; split it and send the parts."
        raise UnreadableDocumentError("INVOICY-TOO-LARGE", message)
    return parts
