"""Postal addresses of Seller and Buyer in their parts: street, post code, town, country."""

import re

from invoicy.pages.annotated.blocks import Block
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.addresses.candidates import EDGES, AddressPiece, address_candidates
from invoicy.pages.fields.addresses.post_codes import LANDS, PrintedTown, town_in
from invoicy.pages.fields.parties.choice import Parties
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.parsers.countries import country_code
from invoicy.pages.parsers.names import is_salutation

Address = dict[str, FieldValue[str]]
"""Values by field of the model: line_one, line_two, post_code, city, country_subdivision, country_code."""
_MAX_STREETS = 2  # the model has two lines for a street (BT-35, BT-36); three lines are mostly no address
_MAX_STREET_LETTERS = 60  # letters; a longer line is a sentence
_WITH_STREET = 0.97  # factor of the party's score: the address can be wrong where the name is right
_WITHOUT_STREET = 0.85  # the same for a town with its country alone, which may be the place of a court or a bank


def addresses_of(pages: AnnotatedPages, parties: Parties) -> tuple[Address, Address]:
    """Return the addresses of Seller and Buyer; each empty if none is printed at the name of the party."""
    return (
        _address(pages, parties.seller, parties.seller_block, parties.buyer),
        _address(pages, parties.buyer, parties.buyer_block, parties.seller),
    )


def _address(
    pages: AnnotatedPages, party: FieldValue[str] | None, block: Block | None, other: FieldValue[str] | None
) -> Address:
    if party is None:
        return {}
    candidates = address_candidates(pages, party, block, other.value if other else "")
    addresses = (_parts(pieces, party.score) for pieces in candidates)
    return next(filter(None, addresses), {})


def _parts(pieces: list[AddressPiece], party_score: float) -> Address:
    """Return the parts of an address; empty without a town, or with neither street nor country."""
    town = town_in(pieces)
    if town is None:
        return {}
    streets, country = _streets(pieces, town), _country(pieces, town, party_score)
    if not streets and not country:
        return {}
    score = min(1.0, party_score) * (_WITH_STREET if streets else _WITHOUT_STREET)
    lines = (piece.field_value(0, len(piece.text), score) for piece in streets)
    address = dict(zip(("line_one", "line_two"), lines, strict=False))
    for name, group in (("post_code", "code"), ("city", "city"), ("country_subdivision", "region")):
        if town.match.groupdict().get(group):
            address[name] = pieces[town.index].field_value(*town.match.span(group), score)
    return address | ({"country_code": country} if country else {})


def _streets(pieces: list[AddressPiece], town: PrintedTown) -> list[AddressPiece]:
    """Return the lines before the town, from the first with a number; lines of a person or a department come before."""
    piece = pieces[town.index]
    before_town = AddressPiece(piece.text[: town.match.start()].strip(EDGES), piece.segment, piece.offset)
    before = [piece for piece in (*pieces[: town.index], before_town) if piece.text]
    first = next((index for index, piece in enumerate(before) if _is_street(piece.text)), len(before))
    streets = before[first:]
    is_plausible = len(streets) <= _MAX_STREETS and all(len(piece.text) <= _MAX_STREET_LETTERS for piece in streets)
    return streets if is_plausible else []


def _is_street(text: str) -> bool:
    return any(c.isdigit() for c in text) and any(c.isalpha() for c in text) and not is_salutation(text)


def _country(pieces: list[AddressPiece], town: PrintedTown, score: float) -> FieldValue[str] | None:
    """Return the country: printed after the town, in the next line, before the post code, or by the style of it."""
    piece, match = pieces[town.index], town.match
    rest = re.compile(r"[^,;()]+").search(piece.text, match.end())
    if rest and (code := country_code(rest.group().strip(), iso=True)):
        return piece.field_value(*rest.span(), score, code)
    for after in pieces[town.index + 1 : town.index + 2]:
        if code := country_code(after.text, iso=True):
            return after.field_value(0, len(after.text), score, code)
    if land := match.groupdict().get("land"):
        return piece.field_value(*match.span("land"), score, LANDS.get(land, land))
    return piece.field_value(*match.span("code"), score, town.country) if town.country else None
