"""A PDF whose pages were read, kept for a drawing of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from invoicy.documents.document import Document

if TYPE_CHECKING:
    from invoicy.pages.reader import PagesResult
    from invoicy.pages.sources.page import PageText


class PdfFile(Struct, frozen=True, dict=True):
    """The first pages of a PDF. page_count: the number of all its pages."""

    document: Document
    pages: tuple[PageText, ...]
    page_count: int

    @cached_property
    def printed(self) -> PagesResult:
        """The invoices that the pages show."""
        from invoicy.pages.reader import read_pages  # labels and patterns of pages: 25 ms that an XML does not need

        return read_pages(self.pages, self.page_count)
