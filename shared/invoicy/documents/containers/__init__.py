"""Documents that hold documents: PDF attachments, e-mail. A new container is one module and one line here."""

from collections.abc import Callable

from invoicy.documents.containers.mail import parts_of_mail
from invoicy.documents.containers.pdf import attachments_of_pdf
from invoicy.documents.document import Document
from invoicy.documents.sizes import size_in_words
from invoicy.errors import UnreadableDocumentError

Opener = Callable[[Document], tuple[Document, ...]]

CONTAINERS: tuple[tuple[str, Opener], ...] = (
    ("application/pdf", attachments_of_pdf),
    ("message/rfc822", parts_of_mail),
)
MAX_PARTS = 500
MAX_BYTES = 512 * 1024 * 1024


def parts_of(document: Document) -> tuple[Document, ...]:
    """Return the documents inside a document, in their order.

    Raises UnreadableDocumentError when it cannot be opened or contains too many documents.
    """
    opener = next((opener for media_type, opener in CONTAINERS if media_type == document.media_type), None)
    if opener is None:
        return ()
    parts = opener(document)
    if len(parts) > MAX_PARTS or sum(len(part.content) for part in parts) > MAX_BYTES:
        limit = f"{MAX_PARTS} files or {size_in_words(MAX_BYTES)}"
        message = f"The document holds more than {limit}; split it and send the parts."
        raise UnreadableDocumentError("INVOICY-TOO-LARGE", message)
    return parts
