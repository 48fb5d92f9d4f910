"""Tests of a line: a name, a labelled value, a title."""

import re
from collections.abc import Iterator

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.names import is_care_of, is_salutation, legal_form_end, name_in, without_salutation

_NUMBERED = frozenset({"number", "purchase_order", "other_reference", "vat_id", "iban", "account", "page"})
_HOUSE_NUMBER = re.compile(r"[^\W\d_]{3,}\.?\s\d{1,4}\s?[a-zA-Z]?$")


def lines_below(pages: AnnotatedPages, segment: Segment, x0: float, x1: float) -> Iterator[Segment]:
    """The segment of each row below that stands under a stretch of the page and begins in it."""
    for row in pages.rows_below(segment):
        line = next((one for one in row if one.x0 < x1 and one.x1 > x0 and one.x0 > x0 - 3 * segment.size), None)
        if line:
            yield line


def starts_with_label(pages: AnnotatedPages, segment: Segment) -> bool:
    """A label opens it, and what follows is no company that is only called like one."""
    for label in pages.labels.of(segment)[:1]:
        if not label.first:
            return False
        if label.colon or label.last or len(label.key) > 8 or _is_translated(label) or _has_number(label):
            return label.colon or not legal_form_end(segment.text)
    return False


def _has_number(label: Label) -> bool:
    """Rēķins Nr. 2023/45: a label of a number, and one."""
    rest = label.segment.words[label.end :]
    return bool(label.fields.keys() & _NUMBERED) and any(c.isdigit() for word in rest for c in word.text)


def _is_translated(label: Label) -> bool:
    """Cliente / Bill to: the label goes on in another language."""
    return label.segment.words[label.end].text.startswith("/")


def line_name(pages: AnnotatedPages, segment: Segment) -> str:
    """The name a line says; empty for a label, a title, a date or a street."""
    if is_salutation(segment.text) or is_care_of(segment.text) or _has_colon_beside(pages, segment):
        return ""
    name = without_salutation(name_in(segment.text.rstrip("御中様 ")))
    if not name or starts_with_label(pages, segment) or pages.dates_of(segment) or _is_titled(pages, segment):
        return ""
    if (
        any(c.isdigit() for c in name)
        and not legal_form_end(name)
        and (name[0].isdigit() or _HOUSE_NUMBER.search(name))
    ):
        return ""
    return name


def _has_colon_beside(pages: AnnotatedPages, segment: Segment) -> bool:
    """NUMMER  :  12, as a typewriter sets labels in columns."""
    beside = pages.row(segment)[segment.column + 1 : segment.column + 2]
    return segment.text.endswith(":") or any(one.text.startswith(":") for one in beside)


def _is_titled(pages: AnnotatedPages, segment: Segment) -> bool:
    """Rechnung RE-17: the title of the document with its number."""
    label = next(iter(pages.labels.of(segment)), None)
    if label is None or not label.first or label.last:
        return False
    titled = max(label.fields.get(title, 0.0) for title in ("title", "title_credit", "title_other"))
    return titled > 0.9 and not legal_form_end(segment.text)


def starts_with_title(pages: AnnotatedPages, line: Segment) -> bool:
    return any(label.start == 0 and (label.colon or label.fields.get("title")) for label in pages.labels.of(line))


def body_size(pages: AnnotatedPages) -> float:
    sizes = sorted(word.size for word in pages.layouts[0].page.words)
    return sizes[len(sizes) // 2] if sizes else 10.0
