"""A document: bytes with a name and a media type; what it says is an invoice's business."""

from hashlib import sha256

from msgspec import Struct

from invoicy.kinds import SNIFFED_BYTES, media_type_of

__all__ = ["SNIFFED_BYTES", "Document", "sniff"]


class Document(Struct, frozen=True):
    """Bytes as they came. id is their SHA-256 in hex; the media type is found from the bytes, never from the name."""

    id: str
    name: str
    media_type: str
    content: bytes

    @classmethod
    def of(cls, content: bytes, name: str = "") -> "Document":
        return cls(sha256(content).hexdigest(), name, sniff(content), content)


def sniff(content: bytes) -> str:
    """Media type of the bytes; "application/octet-stream" where they look like nothing known."""
    return media_type_of(content)
