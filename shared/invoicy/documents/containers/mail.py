"""The files attached to an e-mail."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import TYPE_CHECKING

from invoicy.documents.document import Document

if TYPE_CHECKING:
    from email.message import EmailMessage

_SMIME = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})


def parts_of_mail(document: Document) -> tuple[Document, ...]:
    """Return the attachments and forwarded messages in their order; the text body is not a document.

    A message that is signed or encrypted as a whole (S/MIME) is its own only part.
    """
    from email import policy  # the mail parser takes 15 ms to import
    from email.parser import BytesParser

    message = BytesParser(policy=policy.default).parsebytes(document.content.removeprefix(BOM_UTF8).lstrip())
    return tuple(_parts(message))


def _parts(message: EmailMessage) -> Iterator[Document]:
    if message.get_content_type() in _SMIME:
        yield Document.of(_content(message), message.get_filename() or "")
        return
    for part in message.iter_attachments():
        yield Document.of(_content(part), part.get_filename() or "")


def _content(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return bytes(part.get_content())
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
