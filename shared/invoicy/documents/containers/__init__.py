"""Documents inside documents: PDF attachments, e-mail. A new container is one module and one line here."""

from collections.abc import Callable
from typing import NamedTuple

from invoicy.documents.containers.limits import within_limits
from invoicy.documents.containers.mail import parts_of_mail
from invoicy.documents.containers.pdf import attachments_of_pdf
from invoicy.documents.document import Document
from invoicy.documents.kinds import MAIL, PDF


class Container(NamedTuple):
    """A kind of document that contains other documents.

    media_type: as in data/kinds.tsv, which also names the kind. unpack: returns the documents inside a document, in
    their order; may raise UnreadableDocumentError. where: the place of a file, as in "a file in the ZIP archive".
    empty: completes "The ZIP archive ..." for one without files.
    """

    media_type: str
    unpack: Callable[[Document], tuple[Document, ...]]
    where: str = "in"
    empty: str = "contains no file."


_NO_ATTACHMENT = "has no attachment. Invoicy does not read the text of a message: ask for the invoice as a file."

CONTAINERS: tuple[Container, ...] = (
    Container(PDF, attachments_of_pdf),
    Container(MAIL, parts_of_mail, "attached to", _NO_ATTACHMENT),
)


def container_of(media_type: str, containers: tuple[Container, ...] = CONTAINERS) -> Container | None:
    """Return the container with a media type; None for a document that contains no others."""
    return next((container for container in containers if container.media_type == media_type), None)


def parts_of(document: Document, containers: tuple[Container, ...] = CONTAINERS) -> tuple[Document, ...]:
    """Return the documents inside a document, in their order.

    Raises UnreadableDocumentError when it cannot be opened or contains too many documents.
    """
    container = container_of(document.media_type, containers)
    return within_limits(container.unpack(document)) if container else ()
