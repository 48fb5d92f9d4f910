"""Postal addresses of Seller and Buyer in their parts: street, post code, town, country; only what is sure."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from invoicy import data
from invoicy.pages.annotated.blocks import Block
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.parties.choice import Parties
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.layout.rows import Segment
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.names import country_code, is_salutation, legal_form_end

Address = dict[str, FieldValue[str]]
"""By name of the model's field: line_one, line_two, post_code, city, country_subdivision, country_code."""

_CITY = r"(?P<city>[^\W\d_][^\d,;|·•:()@]*?(?:\s\d{1,2})?)"
_LANDS = {"D": "DE", "A": "AT", "F": "FR", "B": "BE", "I": "IT", "L": "LU", "E": "ES", "S": "SE"}
_ISO = "AT|BE|BG|CH|CZ|DE|DK|EE|ES|FI|FR|GR|HR|HU|IS|IT|LI|LT|LU|LV|MD|NO|PT|RO|RS|SE|SI|SK"
_SEPARATORS = re.compile(r"\s*[|·•●▪■∙⋅¦]\s*|\s+[–—*-]\s+(?!\d{6}\b)|\s{2,}")
_CONTACT = re.compile(r"@|www\.|https?:|^\(?\+?[\d\s()/-]{7,}$", re.IGNORECASE)
_EDGES = " ,;:·•|"
_MOST_LINES = 7
_MOST_STREETS = 2
_STOPS = frozenset({"seller", "buyer", "ship_to", "column", "title", "heading", "number", "issue_date", "due_date"})
_LONGEST = 60


class _Piece(Struct, frozen=True):
    """A part of a line; at: where it begins in the text of its segment."""

    text: str
    segment: Segment
    at: int

    def found(self, start: int, end: int, score: float, value: str = "") -> FieldValue[str]:
        text = self.text[start:end].strip(_EDGES)
        words = self.segment.words_in(self.at + start, self.at + end)
        return FieldValue.of(value or text, self.segment, words, score, "address", text)


class _AddressPlace(Struct, frozen=True):
    """A post code with its town, in a piece; country: as its style alone says, else empty."""

    index: int
    match: re.Match[str]
    country: str


def addresses_of(pages: AnnotatedPages, parties: Parties) -> tuple[Address, Address]:
    """The addresses of Seller and Buyer; empty where none stands at the name."""
    return (
        _address(pages, parties.seller, parties.seller_block, parties.buyer),
        _address(pages, parties.buyer, parties.buyer_block, parties.seller),
    )


def _address(
    pages: AnnotatedPages, party: FieldValue[str] | None, block: Block | None, other: FieldValue[str] | None
) -> Address:
    if party is None:
        return {}
    for pieces in _places(pages, party, block):
        kept = list(_kept(pages, pieces, fold(other.value) if other else ""))
        if address := _parts(kept, party.score):
            return address
    return {}


# ------------------------------------------------------------------ where it may stand
def _places(pages: AnnotatedPages, party: FieldValue[str], block: Block | None) -> Iterator[list[_Piece]]:
    """The rest of the name's line, the lines of its block, the lines below it; for each place of the name."""
    key = fold(party.value)
    named = [one for one in pages.segments if fold(one.text).startswith(key)]
    first = [one for one in named if one.words == party.words]
    for segment in [*first, *(one for one in named if one not in first)]:
        rest = _after_name(segment, party.value)
        yield [*rest, *_right(pages, segment)]
        if block and block.holds(segment):
            at = next(index for index, line in enumerate(block.lines) if line.key == segment.key)
            yield [*rest, *_pieces(block.lines[at + 1 : at + 1 + _MOST_LINES])]
        yield [*rest, *_pieces(list(_under(pages, segment)))]


def _after_name(segment: Segment, name: str) -> list[_Piece]:
    if not segment.text.startswith(name):
        return []
    return [piece for piece in _split(segment, len(name)) if piece.text]


def _right(pages: AnnotatedPages, segment: Segment) -> list[_Piece]:
    """A line of a letterhead or footer that is printed with wide gaps."""
    found, end = [], segment.x1
    for other in pages.row(segment)[segment.column + 1 :]:
        if other.x0 - end > 3 * segment.size:
            break
        found.append(other)
        end = other.x1
    return _pieces(found)


def _under(pages: AnnotatedPages, segment: Segment) -> Iterator[Segment]:
    """Lines that begin or end where the name does, close below it."""
    last = segment
    for row in list(pages.rows_below(segment))[: 2 * _MOST_LINES]:
        size = max(last.size, row[0].size)
        line = next((one for one in row if abs(one.x0 - segment.x0) < 0.6 * size), None)
        if line is None:
            continue
        if line.top - last.bottom > 1.3 * size:
            return
        yield line
        last = line


def _pieces(lines: list[Segment] | tuple[Segment, ...]) -> list[_Piece]:
    return [piece for line in lines for piece in _split(line, 0)]


def _split(segment: Segment, start: int) -> Iterator[_Piece]:
    at = start
    for match in [*_SEPARATORS.finditer(segment.text, start), None]:
        end = match.start() if match else len(segment.text)
        lead = len(segment.text[at:end]) - len(segment.text[at:end].lstrip(_EDGES))
        yield _Piece(segment.text[at + lead : end].rstrip(_EDGES), segment, at + lead)
        at = match.end() if match else end


def _kept(pages: AnnotatedPages, pieces: list[_Piece], other: str) -> Iterator[_Piece]:
    """Pieces up to the next heading or the other party, without telephone, e-mail and numbers."""
    for piece in pieces:
        labels = [label for label in pages.labels.of(piece.segment) if label.start == 0]
        if other and fold(piece.text).startswith(other):
            return
        if any(label.fields.keys() & _STOPS and (label.colon or label.last) for label in labels):
            return
        if piece.text and not _CONTACT.search(piece.text) and not any(label.colon for label in labels):
            yield piece


# ------------------------------------------------------------------ what it says
@cache
def _styles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Country, where the style says it, and pattern of a post code with its town, the most telling first."""
    return tuple((country, _style(pattern)) for country, pattern in data.rows("post_codes.tsv"))


def _style(pattern: str) -> re.Pattern[str]:
    filled = pattern.replace("{city}", _CITY).replace("{land}", f"{_ISO}|{'|'.join(_LANDS)}")
    return re.compile(rf"(?:^|[,;]\s*){filled}(?=\s*(?:[,;(|]|$))")


def _parts(pieces: list[_Piece], score: float) -> Address:
    place = _place(pieces)
    if place is None:
        return {}
    country = _country(pieces, place, score)
    streets = _streets(pieces, place)
    if not streets and not country:
        return {}
    score = min(1.0, score) * (0.97 if streets else 0.85)
    address = dict(zip(("line_one", "line_two"), (one.found(0, len(one.text), score) for one in streets), strict=False))
    piece, match = pieces[place.index], place.match
    for name, group in (("post_code", "code"), ("city", "city"), ("country_subdivision", "region")):
        if match.groupdict().get(group):
            address[name] = piece.found(*match.span(group), score)
    if country:
        address["country_code"] = country
    return address


def _place(pieces: list[_Piece]) -> _AddressPlace | None:
    """The first place of the most telling style; a street may look like one of the last style: 1234 Main Street."""
    for country, pattern in _styles():
        for index, piece in enumerate(pieces[:_MOST_LINES]):
            match = pattern.search(piece.text)
            if match and match.groupdict().get("city") and (index or match.start()) and _is_town(match["city"]):
                return _AddressPlace(index, match, country)
    return None


def _is_town(text: str) -> bool:
    return not legal_form_end(text) and not country_code(text)


def _streets(pieces: list[_Piece], place: _AddressPlace) -> list[_Piece]:
    """The lines before the town from the first with a number on; a name of a person or a department is none."""
    piece = pieces[place.index]
    own = _Piece(piece.text[: place.match.start()].strip(_EDGES), piece.segment, piece.at)
    before = [one for one in (*pieces[: place.index], own) if one.text]
    first = next((index for index, one in enumerate(before) if _is_street(one.text)), len(before))
    found = before[first:]
    sound = len(found) <= _MOST_STREETS and all(len(one.text) <= _LONGEST for one in found)
    return found if sound else []


def _is_street(text: str) -> bool:
    return any(c.isdigit() for c in text) and any(c.isalpha() for c in text) and not is_salutation(text)


def _country(pieces: list[_Piece], place: _AddressPlace, score: float) -> FieldValue[str] | None:
    """Printed after the town, in the next line, before the post code, or told by the style of the post code."""
    piece, match = pieces[place.index], place.match
    rest = re.compile(r"[^,;()]+").search(piece.text, match.end())
    if rest and (code := country_code(rest.group().strip(), iso=True)):
        return piece.found(*rest.span(), score, code)
    for after in pieces[place.index + 1 : place.index + 2]:
        if code := country_code(after.text, iso=True):
            return after.found(0, len(after.text), score, code)
    if land := match.groupdict().get("land"):
        return piece.found(*match.span("land"), score, _LANDS.get(land, land))
    return piece.found(*match.span("code"), score, place.country) if place.country else None
