"""A document: bytes with a name and a media type; what it says is an invoice's business."""

import re
from hashlib import sha256

from msgspec import Struct

from invoicy.documents.kinds import SNIFFED_BYTES, media_type_of

__all__ = ["SNIFFED_BYTES", "Document", "sniff", "text_of_name"]

_NO_CHARACTER = re.compile("[\ud800-\udfff]")


class Document(Struct, frozen=True):
    """Bytes as they came. id is their SHA-256 in hex; the media type is found from the bytes, never from the name."""

    id: str
    name: str
    media_type: str
    content: bytes

    @classmethod
    def of(cls, content: bytes, name: str = "") -> "Document":
        return cls(sha256(content).hexdigest(), text_of_name(name), sniff(content), content)


def text_of_name(name: str) -> str:
    """The name as text that every encoding can carry: a file's name may hold bytes that are no character."""
    return _NO_CHARACTER.sub("\ufffd", name)


def sniff(content: bytes) -> str:
    """Media type of the bytes; "application/octet-stream" where they look like nothing known."""
    return media_type_of(content)
