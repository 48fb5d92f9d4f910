"""Business names as they read within a sentence: "invoice number", "Seller VAT identifier"."""

from collections.abc import Iterable, Sequence
from functools import cache

from invoicy.model.terms import Term, terms
from invoicy.wording.pointers import term_at
from invoicy.wording.words import words

_ROLES = frozenset({"Seller", "Buyer", "Payee"})


def name_of(path: str, of_rule: Sequence[str] = ()) -> str:
    """Return the name of the term at a pointer, or else of the rule's first term."""
    term = _term(path, of_rule)
    return within_sentence(term) if term else ""


def term_of(path: str, of_rule: Sequence[str] = ()) -> str:
    """Return the id of the term at a pointer, or else the rule's first term."""
    term = _term(path, of_rule)
    return term.term if term else ""


def listed(ids: Iterable[str]) -> str:
    """List business terms by name and id: "Seller city (BT-37), Seller post code (BT-38)"."""
    known = _by_id()
    return ", ".join(f"{within_sentence(known[term])} ({term})" for term in ids)


def _term(path: str, of_rule: Sequence[str]) -> Term | None:
    return term_at(path) or _by_id().get(next(iter(of_rule), ""))


@cache
def _by_id() -> dict[str, Term]:
    return {term.term: term for term in terms()}


def within_sentence(term: Term) -> str:
    """Return the catalogue's name, or the standard's with a small first letter unless it is VAT or a role."""
    own = words().get(("name", term.term))
    if own is not None:
        return own
    first = term.name.partition(" ")[0]
    return term.name if first in _ROLES or first.isupper() else term.name[:1].lower() + term.name[1:]
