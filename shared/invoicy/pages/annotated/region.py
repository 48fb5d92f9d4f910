"""Tests whether a document is American, and whether it writes the month before the day."""

import re

from invoicy.pages.annotated.pages import AnnotatedPages

_LETTER = 1.294


_NOT_AMERICAN = re.compile(r"[£€₹]|\b(?:VAT|GST|ABN|GSTIN|IBAN|HST|QST|PST|TVQ)\b")


_ZIP = re.compile(r"\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b")


def is_month_first(pages: AnnotatedPages) -> bool:
    """True where the dates that allow one reading put the month first; where there are none, on an American page."""
    tokens = [token for found in pages.dates.values() for token in found if "/" in token.text or "-" in token.text]
    certain = [token for token in tokens if (token.day_first is None) != (token.month_first is None)]
    if certain:
        return sum(token.month_first is not None for token in certain) * 2 > len(certain)
    return is_american(pages) and not any("." in token.text for token in tokens)


def is_american(pages: AnnotatedPages) -> bool:
    """English without VAT, GST or IBAN, on letter paper or with dollars and ZIP codes."""
    text = "\n".join(segment.text for segment in pages.segments)
    if pages.labels.languages[:1] != ("en",) or _NOT_AMERICAN.search(text):
        return False
    page = pages.layouts[0].page
    letter = abs(max(page.width, page.height) / min(page.width, page.height) - _LETTER) < 0.01
    zips = len(_ZIP.findall(text))
    return zips > 1 or ("$" in text and (letter or zips > 0))
