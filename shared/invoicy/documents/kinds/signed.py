"""Signed and encrypted messages (CMS, PKCS #7), as bytes or as base64 with or without lines around it."""

import binascii
import re

from invoicy.documents.kinds.table import signs_at

_START = re.compile(rb"\x30(?:\x81.|\x82..|\x83...|\x84....|[\x00-\x80])\x06.", re.DOTALL)  # a sequence, an identifier
_NO_CONTENT = tuple(map(bytes.fromhex, ("300b06092a864886f70d010701", "308006092a864886f70d0107010000")))
_SIGNED, _SIGNATURE = "application/pkcs7-mime", "application/pkcs7-signature"
_BASE64 = rb"\s*(?:-----BEGIN [A-Z0-9# ]+-----\s+)?((?:[A-Za-z0-9+/]|\s){40,}?)"


def kind_of_signed(head: bytes) -> str:
    """Return the media type by the object identifier at the start; empty if there is no known one."""
    return _by_identifier(head) or _by_identifier(_decoded(head))


def _by_identifier(head: bytes) -> str:
    start = _START.match(head)
    if start is None:
        return ""
    media_type = next((media_type for value, media_type in signs_at("oid") if head.startswith(value, start.end())), "")
    return _SIGNATURE if media_type == _SIGNED and _is_detached(head) else media_type


def _is_detached(head: bytes) -> bool:
    """Test for a signature without its file: the sequence for the data ends after their identifier."""
    return any(ending in head for ending in _NO_CONTENT)


def _decoded(head: bytes) -> bytes:
    # compiled here, because an XML does not need the pattern
    text = None if head.lstrip().startswith(b"<") else re.match(_BASE64, head)
    if text is None:
        return b""
    letters = b"".join(text[1].split())
    return binascii.a2b_base64(letters[: len(letters) // 4 * 4])
