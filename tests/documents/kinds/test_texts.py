"""E-mails, tables, JSON and other texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.documents.kinds.texts import kind_of_mail, kind_of_text, text_of


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"From: a@b.example\r\nTo: c@d.example\r\n\r\nHi", "message/rfc822"),
        (b"X-Header: 1\r\nFrom: a@b.example\r\nSubject: Invoice\r\n\r\n", "message/rfc822"),
        (b"From a@b.example Mon Jan  5 10:00:00 2026\nReceived: x\n", "application/mbox"),
        (b"1234\nFrom: a@b.example\n", "application/x-emlx"),
        (b"<a/>", ""),
        (b"Dear Sir: please pay", ""),
    ],
)
def test_headers_make_a_mail(head: bytes, media_type: str) -> None:
    assert kind_of_mail(head) == media_type


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("number;date\nINV-1;2026-01-02\n", "text/csv"),
        ("Dear Sir,\nplease pay\n", "text/plain"),
        ('{"number": 1}', "application/json"),
        ('{"schema":"invoicy/1"}', "application/vnd.invoicy+json"),
        ("   ", ""),
    ],
)
def test_a_text_has_a_kind(text: str, media_type: str) -> None:
    assert kind_of_text(text.encode()) == media_type


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_text_is_decoded_in_its_encoding(encoding: str) -> None:
    assert text_of("Größe 1".encode(encoding)) == "Größe 1"


def test_a_character_that_is_cut_off_is_left_out() -> None:
    assert text_of("Größe ü".encode()[:-1]) == "Größe "


@given(st.binary(max_size=64))
def test_any_bytes_give_a_text_or_none(content: bytes) -> None:
    assert isinstance(text_of(content), str)
