"""Any bytes give a reading."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invoicy import Reading, read
from invoicy.documents.containers import CONTAINERS, Container
from invoicy.documents.document import Document
from invoicy.extraction import MAX_DOCUMENT_BYTES, read_document
from invoicy.extraction.readers import extract
from invoicy.extraction.result import Options
from tests.documents.containers.test_mail import mail
from tests.requirements import SAMPLES
from tests.xml_documents import ubl, valid_ubl


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "INVOICY-EMPTY-DOCUMENT"),
        (b"\xef\xbb\xbf \r\n", "INVOICY-EMPTY-DOCUMENT"),
        (b"\0" * 5000, "INVOICY-EMPTY-DOCUMENT"),
        (b"hello", "INVOICY-UNKNOWN-KIND"),
        (b"<note/>", "INVOICY-NO-INVOICE"),
        (b"<html><body>Invoice</body></html>", "INVOICY-UNKNOWN-KIND"),
        (b"%PDF-1.4", "INVOICY-PDF-BROKEN"),
        (b"<a><b></a>", "INVOICY-NO-INVOICE"),
    ],
)
def test_a_document_without_an_invoice_is_rejected_with_the_reason(content: bytes, rule: str) -> None:
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


def test_a_document_over_the_limit_is_refused_unread() -> None:
    content = b"<" * (MAX_DOCUMENT_BYTES + 1)
    reading = read_document(Document("1", "large.xml", "application/xml", content))
    assert [f.rule for f in reading.findings] == ["INVOICY-TOO-LARGE"]


def test_the_reading_depends_on_the_bytes_alone() -> None:
    content = (SAMPLES / "mail.eml").read_bytes()
    assert read(content, name="a").to_json() == read(content, name="a").to_json()


def test_a_rejected_e_mail_names_each_attachment() -> None:
    reading = read(bytes(mail(("letter.rtf", b"{\\rtf1 Hello}"), ("photo.heic", b"\0\0\0\x18ftypheic"))))
    assert [finding.message for finding in reading.findings] == [
        "None of the 2 files attached to the e-mail is an invoice that Invoicy can read: letter.rtf, photo.heic.",
        (
            "letter.rtf: The document is a formatted text (RTF), which Invoicy does not read. "
            "Ask the seller for a PDF or an e-invoice in XML."
        ),
        (
            "photo.heic: The document is a HEIC picture. It needs text recognition (OCR), which comes with a later "
            "version. Ask the seller for a PDF with text or an e-invoice in XML."
        ),
    ]


def test_an_e_mail_without_attachments_reports_that_its_text_is_not_read() -> None:
    (finding,) = read(b"From: a@example.org\r\nSubject: Invoice\r\n\r\nTotal 119.00 EUR").findings
    assert finding.message == (
        "The e-mail has no attachment. Invoicy does not read the text of a message: ask for the invoice as a file."
    )


def test_a_new_container_needs_one_line_in_the_table() -> None:
    """The toy format has the media type of a ZIP and one file on each line, as `name=content`."""

    def files(document: Document) -> tuple[Document, ...]:
        pairs = (line.partition(b"=") for line in document.content.splitlines() if b"=" in line)
        return tuple(Document.of(content, name.decode()) for name, _, content in pairs)

    def findings(content: bytes) -> list[str]:
        document = Document("1", "a.zip", "application/zip", content)
        containers = (*CONTAINERS, Container("application/zip", files))
        result = extract(document, Options(), containers=containers)
        return [str(reading.invoice.number) for reading in result.invoices] or [f.message for f in result.findings]

    invoice = ubl().replace(b"\n", b" ")
    assert findings(b"note.txt=Hello\ninvoice.xml=" + invoice) == ["R-1"]
    assert findings(b"PK") == ["The ZIP archive contains no file."]
    assert findings(b"note.txt=Hello")[0] == (
        "The file in the ZIP archive is not an invoice that Invoicy can read: note.txt."
    )


def test_the_cause_precedes_its_consequences() -> None:
    findings = read(valid_ubl()[:900]).invoices[0].findings
    assert len(findings) > 3
    assert findings[0].rule == "INVOICY-XML-BROKEN"
    assert findings[0].message == "The XML is cut off at line 1, column 901. It was read as far as possible."


_UNESCAPED = "an & or < in a text must be written as &amp; or &lt;"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7\n1 0 obj", "The PDF is cut off: its end is missing. Ask for another copy."),
        (b"%PDF-1.7\nnothing\n%%EOF\n", "The PDF is damaged. Ask for another copy."),
        (b"<<a>", f"The XML is broken at line 1, column 2: {_UNESCAPED}. Ask for another copy."),
    ],
)
def test_damage_is_reported_in_our_words(content: bytes, message: str) -> None:
    assert [finding.message for finding in read(content).findings] == [message]
