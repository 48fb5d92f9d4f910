"""Whatever the bytes are, the answer is a reading."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invoicy import Reading, extraction, read
from invoicy.document import Document
from tests.requirements import SAMPLES


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "INVOICY-EMPTY-DOCUMENT"),
        (b"hello", "INVOICY-UNKNOWN-KIND"),
        (b"<note/>", "INVOICY-NO-INVOICE"),
        (b"<html><body>Invoice</body></html>", "INVOICY-UNKNOWN-KIND"),
        (b"%PDF-1.4", "INVOICY-PDF-BROKEN"),
        (b"<a><b></a>", "INVOICY-NO-INVOICE"),
    ],
)
def test_what_is_no_invoice_is_rejected_with_the_reason(content: bytes, rule: str) -> None:
    reading = read(content)
    assert (reading.status, reading.invoices) == ("rejected", ())
    assert rule in [finding.rule for finding in reading.findings]
    assert all(finding.message.endswith(".") for finding in reading.findings)


@given(st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.7\n", b"<?xml version='1.0'?>", b"From: a\r\n\r\n"]))
def test_any_bytes_give_a_reading(content: bytes, start: bytes) -> None:
    reading = read(start + content)
    assert Reading.from_json(reading.to_json()) == reading


@settings(deadline=None)  # the first page to come loads the labels of all languages
@given(st.data())
def test_a_damaged_sample_gives_a_reading(data: st.DataObject) -> None:
    sample = data.draw(st.sampled_from(sorted(p for p in SAMPLES.iterdir() if p.suffix != ".jpg")))
    content = bytearray(sample.read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert read(bytes(content)).id


def test_a_document_over_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "MAX_DOCUMENT_BYTES", 1)
    reading = extraction.read_document(Document.of(b"<a/>"))
    assert [f.rule for f in reading.findings] == ["INVOICY-TOO-LARGE"]


def test_the_reading_depends_on_the_bytes_alone() -> None:
    content = (SAMPLES / "mail.eml").read_bytes()
    assert read(content, name="a").to_json() == read(content, name="a").to_json()
