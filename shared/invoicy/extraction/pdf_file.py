"""A PDF with the text of its pages, from which its printed invoices are read."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.documents.document import Document

if TYPE_CHECKING:
    from invoicy.pages.reader import PagesResult
    from invoicy.pages.sources.page import PageText


class PdfFile(Struct, frozen=True, dict=True):
    """A PDF and the text of its first pages. A drawing is made from the same pages and the same result.

    page_count: the number of all its pages.
    """

    document: Document
    pages: tuple[PageText, ...]
    page_count: int

    @cached_property
    def printed(self) -> PagesResult:
        """The invoices that the pages show, read when they are first needed."""
        from invoicy.pages.reader import read_pages  # labels and patterns of pages: 25 ms that an XML does not need

        return read_pages(self.pages, self.page_count)
