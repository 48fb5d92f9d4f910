"""Seller and buyer: found by labels, by where letterhead, window and footer stand, and by whose e-mail it is."""

from msgspec import Struct

from invoicy.pages.blocks import Block
from invoicy.pages.candidates import Scene
from invoicy.pages.found import Found
from invoicy.pages.labels import fold
from invoicy.pages.names import legal_form_end, parts_of
from invoicy.pages.party_labels import read_labels
from invoicy.pages.party_lines import read_lines
from invoicy.pages.party_places import read_places
from invoicy.pages.people import People, Person

_COST = 0.1
_FORM_WORDS = 4
_CROSSED = 0.6


class Parties(Struct, frozen=True):
    """Names of seller and buyer, and the blocks in which their addresses stand."""

    seller: Found[str] | None
    buyer: Found[str] | None
    seller_block: Block | None = None
    buyer_block: Block | None = None


def parties_of(scene: Scene) -> Parties:
    """The pair of different names for which most speaks."""
    people = People(scene)
    read_labels(people)
    read_places(people)
    read_lines(people)
    return _pair(people)


def _pair(people: People) -> Parties:
    everyone = list(people.by_name.values())
    sellers = sorted(everyone, key=lambda one: -one.score("seller"))[:8]
    buyers = sorted(everyone, key=lambda one: -one.score("buyer"))[:8]
    best: tuple[float, Person | None, Person | None] = (0.0, None, None)
    for seller in [*sellers, None]:
        for buyer in [*buyers, None]:
            if seller is buyer and seller is not None:
                continue
            score = _fit(seller, buyer)
            if score > best[0]:
                best = (score, seller, buyer)
    _, seller, buyer = best
    seller = _formal(people.scene, seller)
    blocks = (seller.block if seller else None, buyer.block if buyer else None)
    return Parties(_found(seller, "seller"), _found(buyer, "buyer"), *blocks)


def _formal(scene: Scene, seller: Person | None) -> Person | None:
    """The name with its legal form, where letterhead or footer give it in full."""
    if seller is None or legal_form_end(seller.name) or seller.method.get("seller") == "label":
        return seller
    key = fold(seller.name)
    for segment in scene.segments:
        for part in (segment.text, *parts_of(segment.text)):
            end = legal_form_end(part[:80])
            if end and fold(part).startswith(key) and fold(part[:end]) != key and _is_form(part[:end], key):
                return Person(part[:end].rstrip(",;"), segment, seller.block, seller.doubts, seller.method)
    return seller


def _is_form(name: str, key: str) -> bool:
    """Nothing but a legal form stands behind the name."""
    words = name.split()
    return any(fold("".join(words[:size])) == key and len(words) - size <= _FORM_WORDS for size in range(1, len(words)))


def _fit(seller: Person | None, buyer: Person | None) -> float:
    """What speaks for a pair, less what speaks for its being the other way round."""
    score = sum(person.score(role) - _COST for person, role in ((seller, "seller"), (buyer, "buyer")) if person)
    if seller is None or buyer is None:
        return score
    if fold(seller.name) in fold(buyer.name) or fold(buyer.name) in fold(seller.name):
        score -= 1.0
    direct = seller.score("seller") + buyer.score("buyer")
    crossed = buyer.score("seller") + seller.score("buyer")
    return score - _CROSSED * max(0.0, crossed - direct)


def _found(person: Person | None, role: str) -> Found[str] | None:
    if person is None:
        return None
    method = person.method.get(role, "place")
    return Found.of(person.name, person.segment, person.segment.words, person.score(role), method, person.name)
