"""Files that count as documents when their folder is read."""

import pytest

from invoicy.documents.kinds import is_wanted
from tests.documents.kinds.files import ole
from tests.xml_documents import valid_ubl


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xml", valid_ubl()),
        ("anything", valid_ubl()),
        ("scan.pdf", b""),
        ("scan.pdf", b"\0\0\0\0"),
        ("invoice.pdf", b"MZ\x90\0"),
        ("letter.docx", b"PK\x03\x04"),
        ("invoice.pdf.gpg", b"\x85\x02\x0c\x03"),
        ("invoices.ndjson", b'{"invoice": 1}\n{"invoice": 2}\n'),
        ("mail.msg", ole("__nameid_version1.0")),
        ("invoice.txt", b"Total 119.00 EUR"),
        ("a.txt", b"Rechnungsnummer 12"),
        ("a.csv", b"number;date\n1;2\n"),
        ("letter.txt", b"Dear Sir,\nthe total is 119.00 EUR.\n"),
        ("Faktura_12.json", b"{}"),
        ("page.html", b"<html>"),
        ("Invoice 5.c", b"%PDF-1.7"),
        ("noname", b"UNB+UNOC:3+1'"),
    ],
)
def test_documents_are_wanted(name: str, content: bytes) -> None:
    assert is_wanted(name, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Thumbs.db", b"x\n"),
        ("Thumbs.db", ole("Catalog")),
        ("Thumbs.db", ole("256_0a1b2c3d4e5f")),
        ("setup.msi", ole("Property")),
        ("hike.gpx", b"<gpx version='1.1'/>"),
        ("package.json", b"{}\n"),
        ("notes.md", b"\n"),
        ("notes.md", b"# The invoice of Windroos\n"),
        ("README.md", b"<p align=center>Invoices</p>\n"),
        ("table.md", b"a | b\n1 | 2\n"),
        ("index.php", b"<?php echo 'invoice';"),
        ("invoice.xsd", b"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>"),
        ("0001-fix.patch", b"From 0123456789 Mon Sep 17 00:00:00 2001\nFrom: a@b.example\n"),
        ("invoice.xml.part", valid_ubl()),
        ("invoice.pdf.part", b"%PDF-1.7"),
        ("numbers.dat", b"1;2\n3;4\n"),
        ("read.py", b"import invoicy  # reads an invoice\n"),
        ("requirements.txt", b"lxml>=6\n"),
        ("invoice.json", b'{"path":"/in/invoice.xml","schema":"invoicy/1","id":"0"}'),
        ("song.mp3", b"ID3\x04"),
        ("empty", b""),
        ("data.db", b"SQLite format 3\0"),
    ],
)
def test_other_files_are_not(name: str, content: bytes) -> None:
    assert not is_wanted(name, content)
