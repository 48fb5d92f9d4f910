"""Evidence from the words of a name, from its repetition, and from e-mail and web addresses that contain it."""

from collections.abc import Iterator

from invoicy.pages.fields.parties.candidates import NameCandidate, NameCandidates
from invoicy.pages.fields.parties.evidence import NameEvidence
from invoicy.pages.lexicon.folding import fold
from invoicy.pages.parsers.address_lines import has_street_word
from invoicy.pages.parsers.legal_forms import legal_form_end

_MIN_REPEATED_LETTERS = 5  # letters; shorter names occur in other words by chance
_MANY_WORDS = 5  # words; most names have fewer
_SENTENCE_WORDS = 3  # words; a shorter line with a full stop may be an abbreviation
_PERSON_WORDS = (2, 3)  # words of a person's name without initials
_MIN_DOMAIN_LETTERS = 4  # letters; shorter domains occur in names by chance
_NAME_SHARE = 0.65  # share of a domain's letters; less of it is another name that begins or ends alike


def word_evidence(candidates: NameCandidates, candidate: NameCandidate) -> Iterator[NameEvidence]:
    """Yield the evidence that all places of a name share."""
    yield from _form(candidate.name)
    key = fold(candidate.name)
    lines = candidates.count_lines(key) if len(key) >= _MIN_REPEATED_LETTERS else 1
    if lines > 1:
        yield NameEvidence.REPEATED
    if lines > 2:
        yield NameEvidence.REPEATED_AGAIN
    own = {line.key for line in candidate.block.lines} if candidate.block else set()
    alike = [segment for domain, segment in candidates.domains if is_like(candidate.name, domain)]
    if alike:
        in_block = all(segment.key in own for segment in alike)
        yield NameEvidence.DOMAIN_IN_ITS_BLOCK if in_block else NameEvidence.DOMAIN


def is_like(name: str, domain: str) -> bool:
    """Test whether a domain contains the name or the name contains it. domain: folded, without its last part."""
    key, words = fold(name), [fold(word) for word in name.split()]
    if len(domain) >= _MIN_DOMAIN_LETTERS and domain in key:
        return True
    if words and len(words[0]) >= _MIN_DOMAIN_LETTERS and domain.startswith(words[0]):
        return True
    return len(key) >= _MIN_DOMAIN_LETTERS and key in domain and len(key) > _NAME_SHARE * len(domain)


def _form(name: str) -> Iterator[NameEvidence]:
    words, is_formal = name.split(), legal_form_end(name) > 0
    facts = (
        (NameEvidence.LEGAL_FORM, is_formal),
        (NameEvidence.LIKE_A_PERSON, not is_formal and _is_like_a_person(words)),
        (NameEvidence.ONE_WORD, len(words) == 1),
        (NameEvidence.MANY_WORDS, len(words) > _MANY_WORDS),
        (NameEvidence.LIKE_A_STREET, has_street_word(name)),
        (NameEvidence.DIGITS, any(c.isdigit() for c in name)),
        (NameEvidence.SENTENCE, name.endswith(".") and len(words) > _SENTENCE_WORDS and not is_formal),
        (NameEvidence.LOWER_CASE, name[0].islower()),
    )
    yield from (kind for kind, holds in facts if holds)


def _is_like_a_person(words: list[str]) -> bool:
    return len(words) in _PERSON_WORDS and all(word[0].isupper() for word in words) and "".join(words).isalpha()
