"""The kind of a document is found from its bytes."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.documents.document import Document, sniff
from tests.xml_documents import ubl


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\r\n\x00junk before %PDF-1.4", "application/pdf"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "application/xml"),
        ("<?xml version='1.0' encoding='UTF-16'?><a/>".encode("utf-16"), "application/xml"),
        (b" \n<Invoice/>", "application/xml"),
        (b"<!DOCTYPE html><html/>", "text/html"),
        (b"<html><body/></html>", "text/html"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"II*\x00", "image/tiff"),
        (b"RIFF....WEBPVP8 ", "image/webp"),
        (b"PK\x03\x04", "application/zip"),
        (b"Received: from a\r\nSubject: b\r\n\r\n", "message/rfc822"),
        (b"just text", "text/plain"),
        (b"", "application/octet-stream"),
    ],
)
def test_media_type(content: bytes, media_type: str) -> None:
    assert sniff(content) == media_type


def test_the_name_does_not_decide() -> None:
    assert Document.of(ubl(), "invoice.pdf").media_type == "application/xml"


@given(st.binary(max_size=200))
def test_the_id_is_the_sha_256_of_the_bytes(content: bytes) -> None:
    assert Document.of(content, "a").id == Document.of(content, "b").id == hashlib.sha256(content).hexdigest()
