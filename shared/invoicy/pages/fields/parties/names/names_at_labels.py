"""The name that a label of a party names: after it, right of it, or in the lines below."""

from invoicy.pages.annotated.labels import Label
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.line_kinds import lines_below, starts_with_label
from invoicy.pages.fields.parties.names.form_fields import name_field
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.address_lines import is_postal, is_street
from invoicy.pages.parsers.names import is_salutation, name_in, without_salutation
from invoicy.pages.parsers.word_lists import words_of

NamedLine = tuple[str, Segment]
"""A name and the line that prints it."""
_HEADINGS = frozenset({"seller", "buyer", "ship_to", "column", "title", "heading", "net", "gross", "due"})
_NEAR = 12  # sizes of a letter from a label to the name right of it; further right is another column
_WIDTH = 6  # sizes of a letter; short labels such as To head a column at least this wide
_GAP = 3.2  # sizes of a letter between a label and the next line; below 2, three sellers are lost
_MAX_LINES = 4  # lines that are passed from a label to the name: number, contact, department


def name_at(candidates: NameCandidates, label: Label) -> NamedLine | None:
    """Return the name of a label with its line, or None."""
    inline = _inline(candidates.pages, label)
    if fold(inline) and (name := name_in(inline)) and not is_salutation(name):
        return without_salutation(name), label.segment
    below, right = _below(candidates, label), _right(candidates, label)
    if below and right:
        is_near = right[1].x0 - label.segment.x1 < _NEAR * label.segment.size
        return right if label.colon and is_near and not _is_in_address(candidates, below[1]) else below
    return below or right


def _inline(pages: AnnotatedPages, label: Label) -> str:
    """Return the text after a label in its line, up to the next label with a colon."""
    segment = label.segment
    if label.end >= len(segment.words):
        return ""
    ends = [
        segment.starts[other.start] for other in pages.labels.of(segment) if other.start >= label.end and other.colon
    ]
    return segment.text[segment.starts[label.end] : ends[0] if ends else None]


def _is_in_address(candidates: NameCandidates, segment: Segment) -> bool:
    block = candidates.block_of(segment)
    return block is not None and any(is_postal(line.text) for line in block.lines)


def _right(candidates: NameCandidates, label: Label) -> NamedLine | None:
    """Return the first name right of a label, before any other text."""
    for other in candidates.pages.row(label.segment)[label.segment.column + 1 :]:
        if starts_with_label(candidates.pages, other):
            return name_field(candidates.pages, other)
        if name := candidates.name_of(other):
            return name, other
        if fold(other.text):
            return None
    return None


def _below(candidates: NameCandidates, label: Label) -> NamedLine | None:
    """Return the first name in the lines under a label, past lines that have only numbers."""
    segment = label.segment
    left, bottom = segment.words[label.start].x0, segment.bottom
    right = max(segment.words[label.end - 1].x1, left + _WIDTH * segment.size)
    for passed, line in enumerate(lines_below(candidates.pages, segment, left, right)):
        if line.top - bottom > _GAP * segment.size or passed > _MAX_LINES:
            return None
        bottom = line.bottom
        if starts_with_label(candidates.pages, line):
            if named := name_field(candidates.pages, line):
                return named
            if passed == 0 and _is_placeholder(candidates.pages, line):
                return line.text, line
            if _is_heading(candidates.pages, line):
                return None
            continue
        name = candidates.name_of(line)
        if name or is_postal(line.text) or is_street(line.text):
            return (name, line) if name else None
    return None


def _is_placeholder(pages: AnnotatedPages, line: Segment) -> bool:
    """Test whether a line of a form is filled with words such as Customer name in place of the name."""
    label = pages.labels.of(line)[0]
    return (
        not label.colon
        and label.ends_segment
        and (label.key.endswith("name") or label.key in words_of("name_placeholders"))
    )


def _is_heading(pages: AnnotatedPages, line: Segment) -> bool:
    fields = {field for label in pages.labels.of(line) if label.start == 0 for field in label.fields}
    return bool(fields & _HEADINGS)
