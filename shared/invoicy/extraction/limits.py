"""Limits of a document: at least some content, at most MAX_DOCUMENT_BYTES, at most MAX_DEPTH documents deep."""

from invoicy.documents.document import Document
from invoicy.documents.size_in_words import size_in_words
from invoicy.errors import UnreadableDocumentError
from invoicy.readings.reading import Finding, Reading, Severity, Status

MAX_DOCUMENT_BYTES = 256 * 1024 * 1024
MAX_DEPTH = 4  # an invoice in a PDF in a forwarded e-mail in an e-mail is three deep
TOO_LARGE = "INVOICY-TOO-LARGE"
_EMPTY = "INVOICY-EMPTY-DOCUMENT"
_TOO_LARGE_MESSAGE = f"The document is larger than {size_in_words(MAX_DOCUMENT_BYTES)}."
_BLANK = b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"  # zeros, white space and byte order marks


def refuse_outside_limits(document: Document, depth: int) -> None:
    """Raise UnreadableDocumentError for a document that is empty, too large or too deep.

    depth: number of documents around it.
    """
    if not document.content:
        raise UnreadableDocumentError(_EMPTY, "The document is empty: it has no bytes.")
    if len(document.content) > MAX_DOCUMENT_BYTES:
        raise UnreadableDocumentError(TOO_LARGE, _TOO_LARGE_MESSAGE)
    if not document.content.lstrip(_BLANK):
        message = "The document is empty: it holds only blanks or zeros. Ask for another copy."
        raise UnreadableDocumentError(_EMPTY, message)
    if depth > MAX_DEPTH:
        raise UnreadableDocumentError("INVOICY-TOO-DEEP", f"Documents are nested more than {MAX_DEPTH} deep.")


def too_large(document: Document) -> Reading:
    """Return the rejected reading of a document that is too large to load."""
    return Reading(
        id=document.id,
        name=document.name,
        media_type=document.media_type,
        status=Status.REJECTED,
        findings=(Finding(TOO_LARGE, Severity.FATAL, _TOO_LARGE_MESSAGE),),
    )
