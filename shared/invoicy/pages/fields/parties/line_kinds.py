"""Lines of a page: whether they print a name, a labelled value or a title."""

import re
from collections.abc import Iterator

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.legal_forms import legal_form_end
from invoicy.pages.parsers.names import is_care_of, is_salutation, name_in, without_salutation

HONORIFICS = ("御中", "様")
"""Japanese words behind a name: for a company, for a person."""
_NUMBERED = frozenset({"number", "purchase_order", "other_reference", "vat_id", "iban", "account", "page"})
_TITLES = ("title", "title_credit", "title_other")
_HOUSE_NUMBER = re.compile(r"[^\W\d_]{3,}\.?\s\d{1,4}\s?[a-zA-Z]?$")
_LONG_LABEL = 8  # letters; shorter words that begin a line may begin a name. With 6, one seller is lost
_TITLE_WEIGHT = 0.9  # weight in data/labels above which a word is the title of a document in nearly all documents
_LEFT_MARGIN = 3  # sizes of a letter; a line that begins further left belongs to another column
_BODY = 10.0  # points; of a page without words


def lines_below(pages: AnnotatedPages, segment: Segment, left: float, right: float) -> Iterator[Segment]:
    """Yield of each row below a segment the first line between two positions that begins near the left one."""
    margin = left - _LEFT_MARGIN * segment.size
    for row in pages.rows_below(segment):
        line = next((line for line in row if line.x0 < right and line.x1 > left and line.x0 > margin), None)
        if line:
            yield line


def starts_with_label(pages: AnnotatedPages, segment: Segment) -> bool:
    """Test whether a line opens with a label, which is not the first word of a company's name."""
    label = next(iter(pages.labels.of(segment)), None)
    if label is None or not label.begins_segment:
        return False
    is_label = label.ends_segment or len(label.key) > _LONG_LABEL or _is_translated(label) or _has_number(label)
    return label.colon or (is_label and not legal_form_end(segment.text))


def starts_with_title(pages: AnnotatedPages, segment: Segment) -> bool:
    """Test whether a line opens with a title or with a label that has a colon."""
    return any(label.start == 0 and (label.colon or label.fields.get("title")) for label in pages.labels.of(segment))


def line_name(pages: AnnotatedPages, segment: Segment) -> str:
    """Return the name that a line prints; empty for a label, a title, a date or a street."""
    if is_salutation(segment.text) or is_care_of(segment.text) or _has_colon_beside(pages, segment):
        return ""
    name = without_salutation(name_in(segment.text.rstrip("".join(HONORIFICS) + " ")))
    if not name or starts_with_label(pages, segment) or pages.dates_of(segment) or _is_titled(pages, segment):
        return ""
    return "" if _is_like_a_street(name) else name


def body_size(pages: AnnotatedPages) -> float:
    """Return the median size in points of the words of the first page."""
    sizes = sorted(word.size for word in pages.layouts[0].page.words)
    return sizes[len(sizes) // 2] if sizes else _BODY


def _has_number(label: Label) -> bool:
    """Test whether a label of a number is followed by digits: Rēķins Nr. 2023/45."""
    rest = label.segment.words[label.end :]
    return bool(label.fields.keys() & _NUMBERED) and any(c.isdigit() for word in rest for c in word.text)


def _is_translated(label: Label) -> bool:
    """Test whether a label goes on in another language: Cliente / Bill to."""
    return label.segment.words[label.end].text.startswith("/")


def _is_like_a_street(name: str) -> bool:
    """Test whether a name begins with a digit or ends in a house number, and has no legal form."""
    if legal_form_end(name) or not any(c.isdigit() for c in name):
        return False
    return name[0].isdigit() or bool(_HOUSE_NUMBER.search(name))


def _has_colon_beside(pages: AnnotatedPages, segment: Segment) -> bool:
    """Test whether a line ends in a colon or has one to its right, as labels typed in columns do: NUMMER  :  12."""
    beside = pages.row(segment)[segment.column + 1 : segment.column + 2]
    return segment.text.endswith(":") or any(other.text.startswith(":") for other in beside)


def _is_titled(pages: AnnotatedPages, segment: Segment) -> bool:
    """Test whether a line is the title of the document with its number: Rechnung RE-17."""
    label = next(iter(pages.labels.of(segment)), None)
    if label is None or not label.begins_segment or label.ends_segment:
        return False
    weight = max(label.fields.get(title, 0.0) for title in _TITLES)
    return weight > _TITLE_WEIGHT and not legal_form_end(segment.text)
