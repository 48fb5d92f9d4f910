"""Names that their place shows to be a party: return address, footer, honorific, neighbour of an address."""

from collections.abc import Iterator
from itertools import pairwise

from invoicy.pages.annotated.blocks import Block
from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import NameEvidence
from invoicy.pages.fields.parties.line_kinds import HONORIFICS, lines_below, starts_with_label, starts_with_title
from invoicy.pages.fields.place_evidence import depth
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.address_lines import is_postal, is_street
from invoicy.pages.parsers.names import is_salutation, name_in, parts_of

_SENDER = (0.08, 0.35)  # shares of the page's height; above the window, 27 to 63 mm of 297 in DIN 5008, with some room
_SENDER_WIDTH = 320  # points; the window is 90 mm (255 points) wide, and small print may pass it
_SENDER_PARTS = 3  # parts: name, street, town. With 4, one seller and one buyer are lost
_SENDER_SIZE = 1.25  # times the body's size; a return address is in small print, a letterhead is not
_WINDOW_HEIGHT = 7  # sizes of a letter from the return address down to the name: the zone for notes of the post
_WINDOW_MARGIN = 3  # sizes of a letter; the name may begin left of a return address that is centred
_WINDOW_WIDTH = 15  # sizes of a letter; the name begins in the left half of the window
_FOOT = 0.82  # share of the page's height; the footer of a letter, with or without a line above it
_TOWN_PARTS = 4  # parts of an address down to the town: name, addition, street, town


def add_names_from_places(candidates: NameCandidates) -> None:
    """Add the names of return addresses, footers, honorifics and neighbours of addresses on the first page."""
    _read_return_addresses(candidates)
    _read_footers(candidates)
    first = candidates.pages.layouts[0].page.number
    for block in candidates.blocks:
        if block.top.page == first:
            _read_honorifics(candidates, block)
            _read_neighbour(candidates, block)


def sender_in(candidates: NameCandidates, line: Segment) -> str:
    """Return the name in a return address, or an empty string: Hetzner GmbH • Industriestr. 25 • 91710 Gunzenhausen."""
    pages = candidates.pages
    if not _SENDER[0] < depth(pages, line) < _SENDER[1]:
        return ""
    parts = _address_parts(candidates, line)
    if len(parts) < _SENDER_PARTS or not any(is_postal(part) for part in parts[1:_TOWN_PARTS]):
        return ""
    if line.size > _SENDER_SIZE * candidates.body or "@" in parts[0] or starts_with_title(pages, line):
        return ""
    return "" if is_street(parts[0]) else name_in(parts[0])


def is_address(block: Block) -> bool:
    """Test whether a line of a block has a post code with a town."""
    return any(is_postal(line.text) for line in block.lines)


def _address_parts(candidates: NameCandidates, line: Segment) -> list[str]:
    """Return the parts of an address in one line, between marks or wide gaps, or else between commas."""
    row = candidates.pages.row(line)
    near = (other.text for other in row if line.x0 - 1 <= other.x0 < line.x0 + _SENDER_WIDTH)
    parts = parts_of("  ".join(near))
    return parts if len(parts) >= _SENDER_PARTS else [part.strip() for part in line.text.split(",")]


def _read_return_addresses(candidates: NameCandidates) -> None:
    """Add the sender in small print above the window, and the name under it."""
    for line in candidates.pages.layouts[0].segments:
        if name := sender_in(candidates, line):
            candidates.add(name, line).note(NameEvidence.RETURN_ADDRESS)
            under = next(_names_under(candidates, line), None)
            if under and fold(under[0]) != fold(name):
                candidates.add(*under).note(NameEvidence.UNDER_RETURN_ADDRESS)


def _names_under(candidates: NameCandidates, line: Segment) -> Iterator[tuple[str, Segment]]:
    left, right = line.x0 - _WINDOW_MARGIN * line.size, line.x0 + _WINDOW_WIDTH * line.size
    for below in lines_below(candidates.pages, line, left, right):
        if below.top - line.bottom > _WINDOW_HEIGHT * line.size:
            return
        if name := candidates.name_of(below):
            yield name, below


def _read_footers(candidates: NameCandidates) -> None:
    """Add the name in a line of the footer that also has a street and a town."""
    pages = candidates.pages
    for row in pages.layouts[0].rows:
        line, parts = row[0], parts_of("  ".join(segment.text for segment in row))
        if depth(pages, line) < _FOOT or starts_with_label(pages, line):
            continue
        if not any(is_postal(part) for part in parts[:_TOWN_PARTS]) or is_postal(parts[0].split(",")[0]):
            continue
        name = name_in(parts[0])
        if name and (len(parts) > 1 or name != line.text):
            candidates.add(name, line).note(NameEvidence.FOOTER_ADDRESS)


def _read_honorifics(candidates: NameCandidates, block: Block) -> None:
    """Add the name under Frau or Firma, and the name before 御中 or 様."""
    for title, line in pairwise(block.lines):
        if is_salutation(title.text) and (name := candidates.name_of(line)):
            candidates.add(name, line).note(NameEvidence.HONORIFIC)
    for line in block.lines:
        text = line.text.rstrip()
        if text.endswith(HONORIFICS) and (name := name_in(text.rstrip("".join(HONORIFICS)))):
            candidates.add(name, line).note(NameEvidence.HONORIFIC)


def _read_neighbour(candidates: NameCandidates, block: Block) -> None:
    """Add the name at the top of a block that begins in the same row as an address."""
    name = candidates.name_of(block.top)
    if len(block.lines) < 2 or not name or any(starts_with_label(candidates.pages, line) for line in block.lines[:2]):
        return
    beside = (other for other in candidates.blocks if other is not block and other.top.row == block.top.row)
    if any(other.top.page == block.top.page and is_address(other) for other in beside):
        candidates.add(name, block.top).note(NameEvidence.NEIGHBOUR)
