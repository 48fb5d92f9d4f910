"""Parties by their places: the sender over the window, the line at the foot, the neighbour of an address."""

from collections.abc import Iterator
from itertools import pairwise

from invoicy.pages.annotated.blocks import Block
from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.name_lines import lines_below, starts_with_label, starts_with_title
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.names import is_postal, is_salutation, is_street, name_in, parts_of

_SENDER = (0.08, 0.35)
_FOOT = 0.82
_REACH = 320


def read_places(people: NameCandidates) -> None:
    """Reads window, letterhead and footer for who sells and who buys."""
    _read_senders(people)
    _read_feet(people)
    first = people.pages.layouts[0].page.number
    for block in people.blocks:
        if block.top.page == first:
            _read_honorific(people, block)
            _read_neighbour(people, block)


def _read_senders(people: NameCandidates) -> None:
    """The sender in small print, and under it the name of the one the letter goes to."""
    for line in people.pages.layouts[0].segments:
        if name := sender_in(people, line):
            people.person(name, line).note("return address")
            under = next(_names_under(people, line), None)
            if under and fold(under[0]) != fold(name):
                people.person(*under).note("under return address")


def sender_in(people: NameCandidates, line: Segment) -> str:
    """Hetzner GmbH • Industriestr. 25 • 91710 Gunzenhausen: the sender in small print above the window."""
    pages = people.pages
    share = line.top / pages.layout(line.page).page.height
    if not _SENDER[0] < share < _SENDER[1]:
        return ""
    row = (one.text for one in pages.row(line) if one.x0 >= line.x0 - 1 and one.x0 < line.x0 + _REACH)
    parts = parts_of("  ".join(row))
    parts = parts if len(parts) > 2 else [part.strip() for part in line.text.split(",")]
    if len(parts) < 3 or not any(is_postal(part) for part in parts[1:4]):
        return ""
    if line.size > 1.25 * people.body or "@" in parts[0] or starts_with_title(pages, line):
        return ""
    return "" if is_street(parts[0]) else name_in(parts[0])


def _names_under(people: NameCandidates, line: Segment) -> Iterator[tuple[str, Segment]]:
    for below in lines_below(people.pages, line, line.x0 - 3 * line.size, line.x0 + 15 * line.size):
        if below.top - line.bottom > 7 * line.size:
            return
        if name := people.name_of(below):
            yield name, below


def _read_feet(people: NameCandidates) -> None:
    """Name, street and town in one line at the foot of the page are the sender's."""
    pages = people.pages
    for row in pages.layouts[0].rows:
        line = row[0]
        share = line.top / pages.layout(line.page).page.height
        parts = parts_of("  ".join(one.text for one in row))
        if share < _FOOT or not any(is_postal(part) for part in parts[:4]) or starts_with_label(pages, line):
            continue
        name = name_in(parts[0])
        if name and (len(parts) > 1 or name != line.text) and not is_postal(parts[0].split(",")[0]):
            people.person(name, line).note("footer address")


def _read_honorific(people: NameCandidates, block: Block) -> None:
    """Frau or Firma stands over the name a letter goes to, in Japanese 御中 or 様 behind it."""
    for title, line in pairwise(block.lines):
        if is_salutation(title.text) and (name := people.name_of(line)):
            people.person(name, line).note("honorific")
    for line in block.lines:
        text = line.text.rstrip()
        if text.endswith(("御中", "様")) and (name := name_in(text.rstrip("御中様"))):
            people.person(name, line).note("honorific")


def _read_neighbour(people: NameCandidates, block: Block) -> None:
    """A few lines with a name, beside an address in the same rows, are those of the other party."""
    name = people.name_of(block.top)
    if len(block.lines) < 2 or not name or any(starts_with_label(people.pages, line) for line in block.lines[:2]):
        return
    beside = (one for one in people.blocks if one is not block and one.top.row == block.top.row)
    if any(one.top.page == block.top.page and is_address(one) for one in beside):
        people.person(name, block.top).note("neighbour")


def is_address(block: Block) -> bool:
    """A post code with its town stands in it."""
    return any(is_postal(line.text) for line in block.lines)
