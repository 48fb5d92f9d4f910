"""Short and full forms of one name, such as Muster and Muster GmbH: evidence for one is evidence for the other."""

from collections.abc import Sequence

from invoicy.pages.annotated.pages import AnnotatedPages
from invoicy.pages.fields.parties.candidates import NameCandidate
from invoicy.pages.fields.parties.evidence import OtherForm, PartyLabelPlace, label_kind, of_other_form
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.legal_forms import legal_form_end
from invoicy.pages.parsers.names import parts_of
from invoicy.pages.parsers.word_lists import words_of
from invoicy.pages.scoring.chances import Features
from invoicy.pages.scoring.choice import Choice

_MIN_LETTERS = 5  # letters of a short form; shorter names begin too many others
_MAX_LETTERS = 80  # letters of a name with its legal form; longer lines are sentences
_DASHES = "-\u2013\u2014"
_LABEL = label_kind("seller", PartyLabelPlace.HIGH)


def with_other_forms(candidates: Sequence[NameCandidate]) -> list[Features]:
    """Return the evidence of each name, with the strongest evidence of longer and shorter forms of the same name."""
    keyed = [(fold(candidate.name), candidate) for candidate in candidates]
    alike: dict[str, list[tuple[str, NameCandidate]]] = {}
    for key, candidate in keyed:
        alike.setdefault(key[:_MIN_LETTERS], []).append((key, candidate))
    return [_features(key, candidate, alike[key[:_MIN_LETTERS]]) for key, candidate in keyed]


def is_same(key: str, other: str) -> bool:
    """Test whether one folded name begins with the other, as Muster GmbH does with Muster."""
    short, long = (key, other) if len(key) <= len(other) else (other, key)
    return len(short) >= _MIN_LETTERS and long.startswith(short)


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
            name = part[: legal_form_end(part[:_MAX_LETTERS])]
            if name and fold(part).startswith(key) and fold(name) != key and _is_full_name(name, key):
                return NameCandidate(name.rstrip(",;"), [(segment,)], seller.block, evidence=seller.evidence)
    return seller


def _features(key: str, candidate: NameCandidate, alike: list[tuple[str, NameCandidate]]) -> Features:
    """Return the evidence of one name. alike: all names that begin as it does, itself included."""
    evidence: Features = dict(candidate.evidence)
    for other_key, other in alike:
        if other is not candidate and is_same(key, other_key):
            evidence[OtherForm.LONGER if len(other_key) > len(key) else OtherForm.SHORTER] = 1.0
            for own, strength in other.evidence.items():
                kind = of_other_form(own)
                evidence[kind] = max(evidence.get(kind, 0.0), strength)
    return evidence


def _with_short_forms(choice: Choice[NameCandidate], choices: list[Choice[NameCandidate]]) -> Choice[NameCandidate]:
    if choice.candidate is None or not legal_form_end(choice.candidate.name):
        return choice
    key = fold(choice.candidate.name)
    short = (other.chance for other in choices if other.candidate and _is_start(fold(other.candidate.name), key))
    return Choice(choice.candidate, min(1.0, choice.chance + sum(short)))


def _is_start(name: str, key: str) -> bool:
    return key != name and key.startswith(name) and len(name) >= _MIN_LETTERS


def _is_full_name(name: str, key: str) -> bool:
    """Test whether only a legal form is behind the folded name key; "- SAS au capital de" is not one."""
    words = name.split()
    size = next((size for size in range(1, len(words)) if fold("".join(words[:size])) == key), 0)
    rest = words[size:] if size else []
    return bool(rest) and rest[0][0] not in _DASHES and fold("".join(rest)) in words_of("legal_forms")
