"""Short and full forms of one name: a letterhead with a short name is evidence for the company of the full name."""

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.parties.candidates import NameCandidate
from invoicy.pages.fields.parties.evidence import PartyLabelPlace, label_kind
from invoicy.pages.fields.parties.other_forms import SHORTEST
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.legal_forms import legal_form_end
from invoicy.pages.parsers.names import parts_of
from invoicy.pages.parsers.word_lists import words_of
from invoicy.pages.scoring.choice import Choice

_DASHES = "-\u2013\u2014"
_LONGEST = 80  # letters of a name with its legal form; longer lines are sentences
_LABEL = label_kind("seller", PartyLabelPlace.HIGH)


def with_short_forms(choices: list[Choice[NameCandidate]]) -> list[Choice[NameCandidate]]:
    """Add to the chance of each company the chances of shorter forms of its name."""
    return [_with_short_forms(choice, choices) for choice in choices]


def with_legal_form(pages: AnnotatedPages, seller: NameCandidate | None) -> NameCandidate | None:
    """Return the seller under its full name, where letterhead or footer print it with the legal form."""
    if seller is None or legal_form_end(seller.name) or _LABEL in seller.evidence:
        return seller
    key = fold(seller.name)
    for segment in pages.segments:
        for part in (segment.text, *parts_of(segment.text)):
            name = part[: legal_form_end(part[:_LONGEST])]
            if name and fold(part).startswith(key) and fold(name) != key and _is_full_name(name, key):
                return NameCandidate(name.rstrip(",;"), [(segment,)], seller.block, evidence=seller.evidence)
    return seller


def _with_short_forms(choice: Choice[NameCandidate], choices: list[Choice[NameCandidate]]) -> Choice[NameCandidate]:
    if choice.candidate is None or not legal_form_end(choice.candidate.name):
        return choice
    key = fold(choice.candidate.name)
    short = (other.chance for other in choices if other.candidate and _is_start(fold(other.candidate.name), key))
    return Choice(choice.candidate, min(1.0, choice.chance + sum(short)))


def _is_start(name: str, key: str) -> bool:
    return key != name and key.startswith(name) and len(name) >= SHORTEST


def _is_full_name(name: str, key: str) -> bool:
    """Return whether only a legal form is behind the folded name key; "- SAS au capital de" is not one."""
    words = name.split()
    size = next((size for size in range(1, len(words)) if fold("".join(words[:size])) == key), 0)
    rest = words[size:] if size else []
    return bool(rest) and rest[0][0] not in _DASHES and fold("".join(rest)) in words_of("legal_forms")
