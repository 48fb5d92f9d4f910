"""Documents inside documents: PDF attachments, e-mail. A new container is one module and one line here."""

from collections.abc import Callable

from invoicy.documents.containers.limits import within_limits
from invoicy.documents.containers.mail import parts_of_mail
from invoicy.documents.containers.pdf import attachments_of_pdf
from invoicy.documents.document import Document

CONTAINERS: tuple[tuple[str, Callable[[Document], tuple[Document, ...]]], ...] = (
    ("application/pdf", attachments_of_pdf),
    ("message/rfc822", parts_of_mail),
)


def parts_of(document: Document) -> tuple[Document, ...]:
    """Return the documents inside a document, in their order.

    Raises UnreadableDocumentError when it cannot be opened or contains too many documents.
    """
    unpack = next((unpack for media_type, unpack in CONTAINERS if media_type == document.media_type), None)
    return within_limits(unpack(document)) if unpack else ()
