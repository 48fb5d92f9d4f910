"""The contents of a PDF from one opening."""

import pytest

from invoicy.errors import UnreadableDocumentError
from invoicy.pages.sources.page import MAX_PAGES
from invoicy.pages.sources.pdf.contents import contents_of_pdf
from tests.documents.containers.test_pdf import pdf_with
from tests.pages.pdfs import blank, pdf_of, text
from tests.requirements import SAMPLES


def test_attachments_and_pages_come_together() -> None:
    contents = contents_of_pdf((SAMPLES / "hybrid-facturx-en16931.pdf").read_bytes())
    assert [part.media_type for part in contents.attachments] == ["application/xml"]
    assert contents.page_count == len(contents.pages) > 0
    assert contents.pages[0].words
    assert contents.fault is None


def test_attachments_may_be_left_out() -> None:
    content = (SAMPLES / "hybrid-facturx-en16931.pdf").read_bytes()
    assert contents_of_pdf(content, attachments=False).attachments == ()


def test_pages_beyond_the_limit_are_counted_only() -> None:
    contents = contents_of_pdf(pdf_of(text(), *[blank] * MAX_PAGES))
    assert (len(contents.pages), contents.page_count) == (MAX_PAGES, MAX_PAGES + 1)


@pytest.mark.parametrize("content", [b"%PDF-1.7 broken", pdf_with(*((f"{at}.txt", b"x") for at in range(501)))])
def test_a_broken_pdf_and_one_with_too_many_attachments_are_unreadable(content: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        contents_of_pdf(content)


def test_broken_pages_leave_the_attachments_readable() -> None:
    content = (
        pdf_with(("a.xml", b"<a/>")).replace(b"/Type /Page\n", b"/Type /Pxge\n").replace(b"/Type/Page/", b"/Type/Pxge/")
    )
    contents = contents_of_pdf(content)
    assert [part.name for part in contents.attachments] == ["a.xml"]
    assert contents.pages == () or contents.fault is None
