"""A document: bytes with a name and a media type. Its meaning, the invoice, is in the package model."""

import re
from hashlib import sha256

from msgspec import Struct

from invoicy.documents.kinds import SNIFFED_BYTES, media_type_of

__all__ = ["SNIFFED_BYTES", "Document", "sniff", "text_of_name"]

_NO_CHARACTER = re.compile("[\ud800-\udfff]")


class Document(Struct, frozen=True):
    """The bytes that were delivered.

    id: their SHA-256 in hex. media_type: found from the bytes, never from the name.
    """

    id: str
    name: str
    media_type: str
    content: bytes

    @classmethod
    def of(cls, content: bytes, name: str = "") -> "Document":
        return cls(sha256(content).hexdigest(), text_of_name(name), sniff(content), content)


def text_of_name(name: str) -> str:
    """Return a file's name as valid Unicode; bytes that are not text in it are replaced."""
    return _NO_CHARACTER.sub("\ufffd", name)


def sniff(content: bytes) -> str:
    """Return the media type of the bytes; "application/octet-stream" for an unknown kind."""
    return media_type_of(content)
