"""A document that lacks pages which its own pages count is for review."""

import pytest

from invoicy import read
from invoicy.pages.findings.page_numbers import missing_pages
from invoicy.readings.reading import Status
from tests.pages.pdfs import INVOICE, blank, pdf_of, text
from tests.pages.typeset import page


def _messages(line: str, total: int) -> list[str]:
    return [finding.message for finding in missing_pages([page((50, 800, line))], total)]


@pytest.mark.parametrize(
    "line", ["Page 1 of 3", "Seite 1/3", "Seite: 1 von 3", "Strona 1 z 3", "Página 1 de 3", "str. 1/3"]
)
def test_a_page_that_counts_more_pages_than_there_are_is_quoted(line: str) -> None:
    assert _messages(line, 1) == ["Page 1 says that there are 3 pages, but the document has only one page."]
    assert _messages(line, 2) == ["Page 1 says that there are 3 pages, but the document has only 2 pages."]
    assert _messages(line, 3) == []


@pytest.mark.parametrize("line", ["Page 3 of 1", "Homepage 1 of 3", "see page 4 item 12", "Page 1/3/2026", "Page 2"])
def test_other_numbers_count_no_pages(line: str) -> None:
    assert _messages(line, 1) == []


def test_an_invoice_without_its_last_page_is_for_review() -> None:
    first = text([*INVOICE, (500, 820, "Page 1 of 2")])
    assert read(pdf_of(first)).status is Status.REVIEW
    assert read(pdf_of(first, blank)).status is Status.ACCEPTED
