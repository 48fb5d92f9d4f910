"""A document: bytes with a name and a media type; what it says is an invoice's business."""

from hashlib import sha256

from msgspec import Struct

SNIFFED_BYTES = 1024
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"PK\x03\x04", "application/zip"),
)
_MAIL_HEADERS = (b"return-path:", b"received:", b"from:", b"mime-version:", b"message-id:", b"delivered-to:", b"date:")


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
    head = content[:SNIFFED_BYTES]
    if b"%PDF-" in head:
        return "application/pdf"
    for magic, media_type in _MAGIC:
        if head.startswith(magic):
            return media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if _looks_like_xml(head):
        return "application/xml"
    if head.lstrip().lower().startswith(_MAIL_HEADERS):
        return "message/rfc822"
    return "application/octet-stream"


def _looks_like_xml(head: bytes) -> bool:
    for encoding in ("utf-8-sig", "utf-16"):
        text = head.decode(encoding, "ignore").lstrip("\ufeff\x00 \t\r\n")
        if text.startswith("<") and not text[1:5].lower().startswith(("html", "!doc")):
            return True
    return False
