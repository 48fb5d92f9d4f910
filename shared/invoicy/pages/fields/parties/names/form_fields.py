"""The name in a field of a form: Name: Lieferant GmbH, perhaps right of its label and over several lines."""

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.parties.line_kinds import starts_with_label
from invoicy.pages.layout.rows import Segment
from invoicy.pages.parsers.names import name_in

_ATTENTION = "att"  # Attn, Att., Attention: of the labels of contacts, those that a name of a company may follow
_FAR = 80  # sizes of a letter; after a colon the name may be anywhere in the row
_NEAR = 8  # sizes of a letter; without a colon the name is in the next column of the form
_COLUMN = 15  # sizes of a letter; the column of the name beside its label
_LINE = 1.2  # sizes of a letter; a label beside the middle of two lines is up to one line off
_GAP = 0.6  # sizes of a letter; lines of one name are closer than lines of two fields
_ALIGNED = 1  # points; lines of one field begin at the same place, up to rounding in the PDF


def name_field(pages: AnnotatedPages, line: Segment) -> tuple[str, Segment] | None:
    """Return the name in the field of a label that opens a line, with its line; None if the label is not for a name."""
    label = next((label for label in pages.labels.of(line) if label.start == 0), None)
    if label is None or not _is_of_name(label):
        return None
    rest = line.text[line.starts[label.end] :] if label.end < len(line.words) else ""
    if name := name_in(rest):
        return name, line
    reach = line.x1 + (_FAR if label.colon else _NEAR) * line.size
    nearest = next((other for other in pages.row(line)[line.column + 1 :] if other.x0 < reach), None)
    if nearest and (name := name_in(nearest.text)):
        return _several_lines(pages, f"{_line_before(pages, nearest)} {name}".strip(), nearest), nearest
    return _first_of_lines(pages, line)


def _is_of_name(label: Label) -> bool:
    fields = label.fields
    is_contact = bool(fields.get("contact")) and label.key.startswith(_ATTENTION)
    return bool(fields.get("name") or is_contact) and not fields.get("number")


def _line_before(pages: AnnotatedPages, segment: Segment) -> str:
    """Return the line of the name close above, for a label that is beside the middle of the name's lines."""
    above = pages.layout(segment.page).rows[segment.row - 1] if segment.row else ()
    if len(above) != 1 or not _is_close(above[0], segment, segment.top - above[0].bottom):
        return ""
    return "" if starts_with_label(pages, above[0]) else name_in(above[0].text)


def _first_of_lines(pages: AnnotatedPages, line: Segment) -> tuple[str, Segment] | None:
    """Return the name in two or three lines right of a label that is beside the middle of them."""
    segments = (segment for row in pages.layout(line.page).rows for segment in row)
    near = (segment for segment in segments if _is_right_of(line, segment))
    for segment in near:
        if (name := name_in(segment.text)) and not starts_with_label(pages, segment):
            return _several_lines(pages, name, segment), segment
    return None


def _is_right_of(line: Segment, segment: Segment) -> bool:
    gap = segment.x0 - line.x1
    return 0 < gap < _COLUMN * line.size and abs(segment.top - line.top) < _LINE * line.size


def _several_lines(pages: AnnotatedPages, name: str, segment: Segment) -> str:
    """Return the name with the lines close below that go on with it and are alone in their rows."""
    bottom = segment.bottom
    for row in pages.rows_below(segment):
        if len(row) != 1 or not _is_close(row[0], segment, row[0].top - bottom):
            return name
        if not (more := name_in(row[0].text)) or starts_with_label(pages, row[0]):
            return name
        name, bottom = f"{name} {more}", row[0].bottom
    return name


def _is_close(line: Segment, other: Segment, gap: float) -> bool:
    """Test whether two lines begin together. gap: between the lines in points."""
    return abs(line.x0 - other.x0) <= _ALIGNED and gap <= _GAP * other.size
