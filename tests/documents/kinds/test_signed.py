"""Signed and encrypted messages."""

import base64

import pytest

from invoicy.documents.kinds.signed import kind_of_signed

SIGNED = bytes.fromhex("3082010b06092a864886f70d010702a08200fc") + b"\0" * 60
DETACHED = SIGNED[:24] + bytes.fromhex("300b06092a864886f70d010701") + b"\0" * 60


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (SIGNED, "application/pkcs7-mime"),
        (DETACHED, "application/pkcs7-signature"),
        (base64.encodebytes(SIGNED), "application/pkcs7-mime"),
        (b"-----BEGIN PKCS7-----\n" + base64.encodebytes(SIGNED), "application/pkcs7-mime"),
        (b"\x30\x82\x01\x0b\x06\x03abc", ""),
        (b"Invoice", ""),
        (b"", ""),
    ],
)
def test_the_object_identifier_decides(content: bytes, media_type: str) -> None:
    assert kind_of_signed(content) == media_type
