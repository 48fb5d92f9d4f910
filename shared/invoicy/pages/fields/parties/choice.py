"""Seller and buyer: found by labels, by where letterhead, window and footer stand, and by whose e-mail it is."""

from msgspec import Struct

from invoicy.pages.annotated.blocks import Block
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.parties.candidates import NameCandidate, NameCandidates
from invoicy.pages.fields.parties.features import SHORTEST, features_of, is_same
from invoicy.pages.fields.parties.from_labels import read_labels
from invoicy.pages.fields.parties.from_lines import read_lines
from invoicy.pages.fields.parties.from_places import read_places
from invoicy.pages.fields.parties.print_evidence import read_print
from invoicy.pages.fields.value import FieldValue
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.names import legal_form_end, parts_of, words_of
from invoicy.pages.scoring.chances import chances, fitted

_BEST = 8
_DASHES = "-\u2013\u2014"
_METHODS = {
    " label": "label",
    "under return address": "window",
    "return address": "return address",
    "footer address": "footer",
    "honorific": "honorific",
    "domain": "domain",
}


class Parties(Struct, frozen=True):
    """Names of seller and buyer, and the blocks in which their addresses stand."""

    seller: FieldValue[str] | None
    buyer: FieldValue[str] | None
    seller_block: Block | None = None
    buyer_block: Block | None = None


class _Chosen(Struct, frozen=True):
    person: NameCandidate | None
    chance: float


def people_of(pages: AnnotatedPages) -> NameCandidates:
    """Everyone named on the pages with the evidence that there is."""
    people = NameCandidates(pages)
    read_labels(people)
    read_places(people)
    read_lines(people)
    read_print(people)
    return people


def parties_of(pages: AnnotatedPages) -> Parties:
    """The pair of different names for which most speaks."""
    sellers, buyers = _ranked(list(people_of(pages).by_name.values()))
    seller, buyer = _pair(sellers, buyers)
    seller = _Chosen(_formal(pages, seller.person), seller.chance)
    blocks = (one.person.block if one.person else None for one in (seller, buyer))
    return Parties(_beside(seller, sellers), _beside(buyer, buyers), *blocks)


def _ranked(everyone: list[NameCandidate]) -> tuple[list[_Chosen], list[_Chosen]]:
    """The likeliest sellers and the likeliest buyers."""
    features, weights = features_of(everyone), fitted("parties")
    sellers = _likeliest(everyone, chances(features, weights["seller"]))
    return sellers, _likeliest(everyone, chances(features, weights["buyer"]))


def _pair(sellers: list[_Chosen], buyers: list[_Chosen]) -> tuple[_Chosen, _Chosen]:
    """The likeliest two that are not one."""
    pairs = ((a, b) for a in sellers for b in buyers if not _is_one(a.person, b.person))
    return max(pairs, key=lambda pair: pair[0].chance * pair[1].chance)


def _likeliest(everyone: list[NameCandidate], found: list[float]) -> list[_Chosen]:
    nobody = _Chosen(None, found[-1])
    known = [_Chosen(person, chance) for person, chance in zip(everyone, found[:-1], strict=True)]
    best = sorted(known, key=lambda one: -one.chance)[:_BEST]
    return [*(_with_short_forms(one, best) for one in best), nobody]


def _with_short_forms(one: _Chosen, best: list[_Chosen]) -> _Chosen:
    """Adds the chances of a shorter name to those of the company: a letterhead speaks for the company that bears it."""
    if one.person is None or not legal_form_end(one.person.name):
        return one
    key = fold(one.person.name)
    short = (
        other.chance
        for other in best
        if other.person and key != (name := fold(other.person.name)) and key.startswith(name) and len(name) >= SHORTEST
    )
    return _Chosen(one.person, min(1.0, one.chance + sum(short)))


def _is_one(seller: NameCandidate | None, buyer: NameCandidate | None) -> bool:
    return seller is not None and buyer is not None and is_same(fold(seller.name), fold(buyer.name))


def _formal(pages: AnnotatedPages, seller: NameCandidate | None) -> NameCandidate | None:
    """The name with its legal form, where letterhead or footer give it in full."""
    if seller is None or legal_form_end(seller.name) or "seller label" in seller.evidence:
        return seller
    key = fold(seller.name)
    for segment in pages.segments:
        for part in (segment.text, *parts_of(segment.text)):
            end = legal_form_end(part[:80])
            if end and fold(part).startswith(key) and fold(part[:end]) != key and _is_form(part[:end], key):
                return NameCandidate(part[:end].rstrip(",;"), [(segment,)], seller.block, seller.evidence)
    return seller


def _is_form(name: str, key: str) -> bool:
    """Nothing but a legal form stands behind the name, and no dash before it, as in "- SAS au capital de"."""
    words = name.split()
    size = next((size for size in range(1, len(words)) if fold("".join(words[:size])) == key), 0)
    rest = words[size:] if size else []
    return bool(rest) and rest[0][0] not in _DASHES and fold("".join(rest)) in words_of("legal_forms")


def _beside(chosen: _Chosen, everyone: list[_Chosen]) -> FieldValue[str] | None:
    """The chosen one with the others that it may be; a shorter form of its name is no other."""
    found = _found(chosen)
    others = (one for one in everyone if not _is_one(one.person, chosen.person))
    return found.beside(_found(one) for one in others) if found else None


def _found(chosen: _Chosen) -> FieldValue[str] | None:
    person = chosen.person
    if person is None:
        return None
    kinds = (method for kind, method in _METHODS.items() if any(kind in noted for noted in person.evidence))
    return FieldValue.of(person.name, person.segment, person.words, chosen.chance, next(kinds, "place"), person.name)
