"""Each file format is detected from the bytes."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invoicy.documents.kinds import kind_named, media_type_of
from tests.documents.kinds.files import office, ole, zip_of
from tests.xml_documents import valid_ubl

CADES = bytes.fromhex("3082010b06092a864886f70d010702a08200fc") + b"\0" * 60
_PLAIN_DATA = bytes.fromhex("06092a864886f70d010701")
_ODT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (zip_of({"a.xml": "<a/>", "b.xml": "<a/>"}), "a ZIP archive"),
        (zip_of({"a.pdf": b"%PDF-1.7"}), "a ZIP archive"),
        (office("vnd.openxmlformats-officedocument.wordprocessingml.document"), "a Word file (DOCX)"),
        (office("vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "an Excel file (XLSX)"),
        (office("vnd.openxmlformats-officedocument.presentationml.presentation"), "a PowerPoint file (PPTX)"),
        (office("vnd.ms-word.document.macroEnabled"), "a Word file with macros (DOCM)"),
        (office("vnd.ms-excel.sheet.macroEnabled"), "an Excel file with macros (XLSM)"),
        (office("vnd.ms-excel.sheet.binary.macroEnabled"), "a binary Excel file (XLSB)"),
        (zip_of({"word/document.xml": "<a/>"})[:60], "a Word file (DOCX)"),
        (zip_of({"mimetype": _ODT, "content.xml": "<a/>"}), "an OpenDocument text (ODT)"),
        (zip_of({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "an OpenDocument spreadsheet (ODS)"),
        (ole("__nameid_version1.0", "WordDocument"), "an Outlook message (MSG)"),
        (ole("WordDocument", "Workbook"), "an old Word file (DOC)"),
        (ole("Workbook"), "an old Excel file (XLS)"),
        (ole("PowerPoint Document"), "an old PowerPoint file (PPT)"),
        (ole() + b"%PDF-1.7", "an Outlook message (MSG) or a file of an older Office program (OLE)"),
        (b"\0\0\0\x18ftypheic", "a HEIC picture"),
        (b"\0\0\0\x18ftypavif", "an AVIF picture"),
        (b"\0\0\0\x18ftypisom", "a video (MP4 or MOV)"),
        (b"RIFF\0\0\0\0WAVE", "a sound recording (WAV)"),
        (b"<!DOCTYPE html>\n<html><body>Invoice</body></html>", "a web page (HTML)"),
        (b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'/>", "a web page (HTML)"),
        (b"<!-- saved from url=(0014) -->\n<HTML>", "a web page (HTML)"),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing"),
        (b"<p>Invoice</p>", "a web page (HTML)"),
        ("<html><body>Invoice</body></html>".encode("utf-16"), "a web page (HTML)"),
        ("<html><body>Invoice</body></html>".encode("utf-32"), "a web page (HTML)"),
        (b"{\\rtf1 Invoice}", "a formatted text (RTF)"),
        (b"\xef\xbb\xbf\r\n{\\rtf1 Invoice}", "a formatted text (RTF)"),
        (b"number;date;total\nINV-1;2026-01-02;119,00\n", "a table (CSV)"),
        ("number;date\nINV-1;2026-01-02\n".encode("utf-16-le"), "a table (CSV)"),
        (b'{"number": "INV-1"}', "a JSON file"),
        (b'{"path":"a.xml","schema":"invoicy/1"}', "a result of Invoicy"),
        (b'[{"path":"a.xml","name":"a.xml","id":"' + b"0" * 64 + b'"}]', "a result of Invoicy"),
        (b'{"file":"a.xml","findings":[{"rule": "BR-CO-15"}]}', "a result of Invoicy"),
        (b'{"rule": "no-console", "id": "12"}', "a JSON file"),
        (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\n", "a saved web page (MHTML)"),
        (b"Invoice INV-1\nDate 2026-01-02\nTotal 119.00 EUR\n", "a text file"),
        ("Faktura č. 12, částka 119,00 Kč".encode("cp1252", "replace"), "a text file"),
        ("Invoice 1".encode("utf-16"), "a text file"),
        (("x" * 1023 + "é").encode()[:1024], "a text file"),
        (b"%!PS-Adobe-3.0\nshowpage", "a PostScript file"),
        (b"From a@b.example Mon Nov  2 10:00:00 2026\nFrom: a@b.example\n", "a mailbox of messages (mbox)"),
        (b"Subject: Invoice\r\nTo: b@example.org\r\nFrom: a@example.org\r\n\r\nHello", "an e-mail"),
        (b"X-Spam: no\nFrom: a@example.org\nSubject: Invoice\n\nHello", "an e-mail"),
        (b"\xef\xbb\xbfFrom: a@example.org\r\nSubject: Invoice\r\n\r\nHello", "an e-mail"),
        (b"ARC-Seal: i=1; a=rsa-sha256; t=1\r\nARC-Message-Signature: i=1;\r\n b=" + b"A" * 2000, "an e-mail"),
        (b"To: " + b"somebody@example.org,\r\n " * 60, "an e-mail"),
        (b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", "an e-mail"),
        (b"To: Bob\n", "a text file"),
        (b"Subject: the invoice\n\nIt has not come yet.\n", "a text file"),
        (b'From: "Saved by Windows Internet Explorer 8"\r\nSubject: a\r\n', "a saved web page (MHTML)"),
        (b"\x1f\x8b\x08\x08", "a file compressed with gzip"),
        (b"BZh91AY&SY", "a file compressed with bzip2"),
        (b"\xfd7zXZ\0", "a file compressed with xz"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        (b"Rar!\x1a\x07\x00", "a RAR archive"),
        (b"invoice.xml".ljust(257, b"\0") + b"ustar", "a tar archive"),
        (CADES, "a signed file (CAdES, .p7m), as Italian invoices come"),
        (base64.encodebytes(CADES), "a signed file (CAdES, .p7m), as Italian invoices come"),
        (
            b"-----BEGIN PKCS7-----\n" + base64.encodebytes(CADES),
            "a signed file (CAdES, .p7m), as Italian invoices come",
        ),
        (
            CADES[:20] + b"\x30\x82\x15\x15" + _PLAIN_DATA + b"\xa0\x03abc",
            "a signed file (CAdES, .p7m), as Italian invoices come",
        ),
        (
            CADES[:20] + b"\x30\x80" + _PLAIN_DATA + b"\xa0\x80abc",
            "a signed file (CAdES, .p7m), as Italian invoices come",
        ),
        (CADES[:20] + b"\x30\x0b" + _PLAIN_DATA + b"\xa0\x82abc", "a digital signature without the file that it signs"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n%PDF-1.4 ", "a PDF"),
        (b"<b>Warning</b>: 3 %PDF-1.7\n", "a PDF"),
        (b"content = b'%PDF-1.4 and so on'", "a text file"),
        (bytes.fromhex("3082035a3003020100") + CADES, "of an unsupported type"),
        (b"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n", "a text signed with PGP"),
        (b"\x85\x02\x0c\x03" + b"\xa1" * 60, "a file encrypted with PGP"),
        (b"\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n%PDF-1.4\r\n", "a PDF"),
        (b"\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PCL\r\n", "a print job (PCL)"),
        (b"{1:F01AAAABB33AXXX0000000000}{2:I940", "a SWIFT message"),
        (b"[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n", "an Internet shortcut"),
        (b"UNA:+.? 'UNB+UNOC:3+1'", "an EDIFACT message"),
        (b"UNB+UNOC:3+1'UNH+1+INVOIC:D:96A:UN'", "an EDIFACT message"),
        (b"ISA*00*          *00*", "an X12 message"),
        (b"OFXHEADER:100\r\nDATA:OFXSGML\r\n", "a bank statement (OFX)"),
        (b'"EXTF";700;21;"Buchungsstapel"\r\n', "a DATEV file"),
        (b"1234      \nReceived: from a\nFrom: a@example.org\n", "an e-mail as Apple Mail keeps it (EMLX)"),
        (b"<?xml version='1.0'?><plist version='1.0'/>", "a settings file or shortcut of macOS (plist)"),
        (b"L\0\0\0\x01\x14\x02\0", "a Windows shortcut"),
        (b"MZ\x90\0\x03", "a Windows program"),
        (b"\x78\x9f\x3e\x22", "an Outlook attachment (winmail.dat)"),
        (b"BMW 320d, invoice attached", "a text file"),
        (b"\x00\x07\x01\x02", "of an unsupported type"),
    ],
)
def test_each_kind_is_named(content: bytes, name: str) -> None:
    assert kind_named(media_type_of(content)).name == name


@pytest.mark.parametrize(
    "content",
    [
        b"\n\n  " + valid_ubl(declaration="<?xml version='1.0'?>"),
        valid_ubl(declaration="<?xml version='1.0' encoding='UTF-8'?>").decode().encode("utf-16"),
        b"<a/>",
        b"<!DOCTYPE Invoice SYSTEM 'invoice.dtd'><Invoice/>",
        b"<!--" + b"x" * 2000 + b"--><Invoice/>",
    ],
)
def test_xml_is_xml_in_any_encoding_and_behind_blanks(content: bytes) -> None:
    assert media_type_of(content) == "application/xml"


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"), b"<", b"0\x82", b"{"]),
)
def test_any_bytes_have_a_kind(content: bytes, start: bytes) -> None:
    assert kind_named(media_type_of(start + content)).media_type
