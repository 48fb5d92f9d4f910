"""Lines near a party's name that may be its address, cut into pieces at marks and wide gaps."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from invoicy.pages.annotated.blocks import Block
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold

EDGES = " ,;:·•|"
"""Characters around a piece that are not part of it."""
MAX_LINES = 7  # lines of an address in the longest form: department, person, building, two streets, town, country
_SEPARATORS = re.compile(r"\s*[|·•●▪■∙⋅¦]\s*|\s+[–—*-]\s+(?!\d{6}\b)|\s{2,}")
_CONTACT = re.compile(r"@|www\.|https?:|^\(?\+?[\d\s()/-]{7,}$", re.IGNORECASE)
_STOPS = frozenset({"seller", "buyer", "ship_to", "column", "title", "heading", "number", "issue_date", "due_date"})
_ROW_GAP = 3  # sizes of a letter; wider gaps in a row part two columns of a letterhead or footer
# Sizes of a letter between two lines; from 2 on, lines of other blocks join six addresses.
_LINE_GAP = 1.3
_ALIGNED = 0.6  # sizes of a letter; lines of one block begin less than this apart, columns begin further apart


class AddressPiece(Struct, frozen=True):
    """A part of a line. offset: of the piece in the text of its segment."""

    text: str
    segment: Segment
    offset: int

    def field_value(self, start: int, end: int, score: float, value: str = "") -> FieldValue[str]:
        """Return text[start:end] as a value. value: another form of it, such as the code of a country."""
        text = self.text[start:end].strip(EDGES)
        words = self.segment.words_in(self.offset + start, self.offset + end)
        return FieldValue.of(value or text, self.segment, words, score, "address", text)


def address_candidates(
    pages: AnnotatedPages, party: FieldValue[str], block: Block | None, other_party: str
) -> Iterator[list[AddressPiece]]:
    """Yield the pieces behind each place of a party's name: in its line, in its block, in the lines below.

    block: the lines around the name. other_party: name at which an address ends; empty for none.
    """
    key, other_key = fold(party.value), fold(other_party)
    named = [segment for segment in pages.segments if fold(segment.text).startswith(key)]
    chosen = [segment for segment in named if segment.words == party.words]
    for segment in [*chosen, *(segment for segment in named if segment not in chosen)]:
        for pieces in _at(pages, segment, party.value, block):
            yield list(_without_contacts(pages, pieces, other_key))


def _at(pages: AnnotatedPages, segment: Segment, name: str, block: Block | None) -> Iterator[list[AddressPiece]]:
    """Yield the pieces by one place of a name."""
    rest = _behind_name(segment, name)
    yield [*rest, *_right(pages, segment)]
    if block and block.contains(segment):
        line = next(index for index, line in enumerate(block.lines) if line.key == segment.key)
        yield [*rest, *_pieces(block.lines[line + 1 : line + 1 + MAX_LINES])]
    yield [*rest, *_pieces(_under(pages, segment))]


def _behind_name(segment: Segment, name: str) -> list[AddressPiece]:
    if not segment.text.startswith(name):
        return []
    return [piece for piece in _split(segment, len(name)) if piece.text]


def _right(pages: AnnotatedPages, segment: Segment) -> list[AddressPiece]:
    """Return the pieces right of a segment, as a letterhead or a footer prints an address with wide gaps."""
    near, end = [], segment.x1
    for other in pages.row(segment)[segment.column + 1 :]:
        if other.x0 - end > _ROW_GAP * segment.size:
            break
        near.append(other)
        end = other.x1
    return _pieces(near)


def _under(pages: AnnotatedPages, segment: Segment) -> Iterator[Segment]:
    """Yield the lines close below that begin where a line does."""
    last = segment
    for row in list(pages.rows_below(segment))[: 2 * MAX_LINES]:
        size = max(last.size, row[0].size)
        line = next((line for line in row if abs(line.x0 - segment.x0) < _ALIGNED * size), None)
        if line is None:
            continue
        if line.top - last.bottom > _LINE_GAP * size:
            return
        yield line
        last = line


def _pieces(lines: Iterable[Segment]) -> list[AddressPiece]:
    return [piece for line in lines for piece in _split(line, 0)]


def _split(segment: Segment, start: int) -> Iterator[AddressPiece]:
    begin = start
    for match in [*_SEPARATORS.finditer(segment.text, start), None]:
        end = match.start() if match else len(segment.text)
        text = segment.text[begin:end].lstrip(EDGES)
        yield AddressPiece(text.rstrip(EDGES), segment, end - len(text))
        begin = match.end() if match else end


def _without_contacts(pages: AnnotatedPages, pieces: list[AddressPiece], other_key: str) -> Iterator[AddressPiece]:
    """Yield the pieces up to the next heading or the other party, without telephone, e-mail and labelled values."""
    for piece in pieces:
        labels = [label for label in pages.labels.of(piece.segment) if label.start == 0]
        if other_key and fold(piece.text).startswith(other_key):
            return
        if any(label.fields.keys() & _STOPS and (label.colon or label.ends_segment) for label in labels):
            return
        if piece.text and not _CONTACT.search(piece.text) and not any(label.colon for label in labels):
            yield piece
