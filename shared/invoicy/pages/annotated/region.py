"""Recognises American documents, and dates with the month first."""

import re

from invoicy.pages.annotated.pages import AnnotatedPages

# Sides of US Letter in inches; A4 has the ratio 1.414.
_LETTER_RATIO = 11 / 8.5
# Sizes of pages in whole points differ by less than 0.002.
_RATIO_TOLERANCE = 0.01
_NOT_AMERICAN = re.compile(r"[£€₹]|\b(?:VAT|GST|ABN|GSTIN|IBAN|HST|QST|PST|TVQ)\b")
_ZIP_CODE = re.compile(r"\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b")


def is_month_first(pages: AnnotatedPages) -> bool:
    """Test whether most dates with only one valid order have the month first.

    Without such a date, the answer is True for an American document, unless dates have dots.
    """
    tokens = [token for dates in pages.dates.values() for token in dates if "/" in token.text or "-" in token.text]
    certain = [token for token in tokens if (token.day_first is None) != (token.month_first is None)]
    if certain:
        return sum(token.month_first is not None for token in certain) * 2 > len(certain)
    return is_american(pages) and not any("." in token.text for token in tokens)


def is_american(pages: AnnotatedPages) -> bool:
    """Test for English labels without VAT, GST or IBAN, and ZIP codes or dollars on letter paper."""
    text = "\n".join(segment.text for segment in pages.segments)
    if pages.labels.languages[:1] != ("en",) or _NOT_AMERICAN.search(text):
        return False
    zip_codes = len(_ZIP_CODE.findall(text))
    if zip_codes > 1:
        return True
    return "$" in text and (zip_codes > 0 or _is_letter_paper(pages))


def _is_letter_paper(pages: AnnotatedPages) -> bool:
    page = pages.layouts[0].page
    short, long = sorted((page.width, page.height))
    return abs(long / short - _LETTER_RATIO) < _RATIO_TOLERANCE
