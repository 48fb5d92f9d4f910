"""The XML that an invoice of a document was read from."""

from invoicy import read
from invoicy.cli.check_reports.origins import origins_of
from invoicy.documents.document import Document
from tests.requirements import SAMPLES


def files(name: str, *, printed: bool = False) -> list[str | None]:
    content = (SAMPLES / name).read_bytes()
    reading = read(content, printed=printed)
    origins = origins_of(Document.of(content, name), reading)
    return [None if origin is None else origin.file for origin in origins]


def test_an_xml_is_its_own_origin() -> None:
    assert files("ubl-invoice.xml") == [""]


def test_a_file_inside_the_document_is_named() -> None:
    assert files("hybrid-facturx-en16931.pdf") == ["factur-x.xml"]
    assert files("mail.eml") == ["INV-2026-0092.xml"]


def test_pages_have_no_xml() -> None:
    assert files("printed-us.pdf") == [None]
    assert files("hybrid-facturx-en16931.pdf", printed=True) == [None]
