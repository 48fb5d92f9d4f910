"""Seller (BT-27) and Buyer (BT-44), chosen together among all names on the pages."""

from msgspec import Struct

from invoicy.pages.annotated.blocks import Block
from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.parties.candidates import NameCandidate, NameCandidates
from invoicy.pages.fields.parties.evidence import ROLES, NameEvidence, PartyLabelPlace, label_kind
from invoicy.pages.fields.parties.features.layout import add_features
from invoicy.pages.fields.parties.names.from_labels import add_names_from_labels
from invoicy.pages.fields.parties.names.from_lines import add_names_from_lines
from invoicy.pages.fields.parties.names.from_places import add_names_from_places
from invoicy.pages.fields.parties.short_and_full_names import (
    is_same,
    with_legal_form,
    with_other_forms,
    with_short_forms,
)
from invoicy.pages.fields.value import FieldValue, chosen_value
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.scoring.chances import fitted
from invoicy.pages.scoring.choice import Choice, best_pair, ranked_choices

_LABELS = frozenset(label_kind(role, place) for role in ROLES for place in PartyLabelPlace)
_METHODS = (
    ("label", _LABELS),
    ("window", {NameEvidence.UNDER_RETURN_ADDRESS}),
    ("return address", {NameEvidence.RETURN_ADDRESS}),
    ("footer", {NameEvidence.FOOTER_ADDRESS}),
    ("honorific", {NameEvidence.HONORIFIC}),
    ("domain", {NameEvidence.DOMAIN, NameEvidence.DOMAIN_IN_ITS_BLOCK}),
)
"""Methods of a value with the kinds of evidence that lead to them; the first that applies is stated."""


class Parties(Struct, frozen=True):
    """Names of Seller and Buyer, each None if no name is likely, and the blocks of lines that contain them."""

    seller: FieldValue[str] | None
    buyer: FieldValue[str] | None
    seller_block: Block | None = None
    buyer_block: Block | None = None


def parties_of(pages: AnnotatedPages) -> Parties:
    """Choose the likeliest seller and the likeliest buyer that are not forms of one name."""
    candidates = name_candidates(pages)
    evidence, weights = with_other_forms(candidates), fitted("parties")
    sellers = with_short_forms(ranked_choices(candidates, evidence, weights["seller"]))
    buyers = with_short_forms(ranked_choices(candidates, evidence, weights["buyer"]))
    seller, buyer = best_pair(sellers, buyers, _fit)
    seller = Choice(with_legal_form(pages, seller.candidate), seller.chance)
    blocks = (choice.candidate.block if choice.candidate else None for choice in (seller, buyer))
    return Parties(_value(seller, sellers), _value(buyer, buyers), *blocks)


def name_candidates(pages: AnnotatedPages) -> list[NameCandidate]:
    """Return all names on the pages, with their evidence."""
    candidates = NameCandidates(pages)
    add_names_from_labels(candidates)
    add_names_from_places(candidates)
    add_names_from_lines(candidates)
    add_features(candidates)
    return list(candidates.by_name.values())


def _fit(seller: Choice[NameCandidate], buyer: Choice[NameCandidate]) -> float:
    """Return the chance of both; 0 for two forms of one name."""
    return 0.0 if _are_same(seller, buyer) else seller.chance * buyer.chance


def _are_same(choice: Choice[NameCandidate], other: Choice[NameCandidate]) -> bool:
    if choice.candidate is None or other.candidate is None:
        return False
    return is_same(fold(choice.candidate.name), fold(other.candidate.name))


def _value(choice: Choice[NameCandidate], choices: list[Choice[NameCandidate]]) -> FieldValue[str] | None:
    """Return the chosen name with its alternatives; another form of the name is not an alternative."""
    return chosen_value(choice, (rival for rival in choices if not _are_same(rival, choice)), _value_of)


def _value_of(candidate: NameCandidate, chance: float) -> FieldValue[str]:
    method = next((method for method, kinds in _METHODS if kinds & candidate.evidence.keys()), "place")
    return FieldValue.of(candidate.name, candidate.segment, candidate.words, chance, method, candidate.name)
