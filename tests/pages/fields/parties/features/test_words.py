"""Evidence from the words of a name and from its repetition."""

import pytest

from invoicy.pages.fields.parties.candidates import NameCandidates
from invoicy.pages.fields.parties.evidence import NameEvidence
from invoicy.pages.fields.parties.features.words import is_like, word_evidence
from tests.pages.typeset import typeset


def evidence(name: str, *others: tuple[float, float, str]) -> set[NameEvidence]:
    pages = typeset((50, 50, name), *others)
    candidates = NameCandidates(pages)
    return set(word_evidence(candidates, candidates.add(name, next(pages.segments))))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Alpha Ltd", NameEvidence.LEGAL_FORM),
        ("Petra Klein", NameEvidence.LIKE_A_PERSON),
        ("Alpha", NameEvidence.ONE_WORD),
        ("Verein der Freunde der guten Musik", NameEvidence.MANY_WORDS),
        ("Hauptstraße", NameEvidence.LIKE_A_STREET),
        ("Studio 54", NameEvidence.DIGITS),
        ("Thank you for ordering.", NameEvidence.SENTENCE),
        ("alpha studio", NameEvidence.LOWER_CASE),
    ],
)
def test_the_words_of_a_name_are_evidence(name: str, kind: NameEvidence) -> None:
    assert kind in evidence(name)


def test_a_name_that_is_printed_again_is_repeated() -> None:
    twice, thrice = (50, 300, "Alpha Ltd, Leeds"), (50, 700, "Alpha Ltd thanks you")
    assert evidence("Alpha Ltd") & {NameEvidence.REPEATED, NameEvidence.REPEATED_AGAIN} == set()
    assert NameEvidence.REPEATED in evidence("Alpha Ltd", twice)
    assert NameEvidence.REPEATED_AGAIN in evidence("Alpha Ltd", twice, thrice)


def test_a_domain_outside_the_block_names_the_company() -> None:
    assert NameEvidence.DOMAIN in evidence("Alpha Ltd", (50, 700, "www.alpha.example"))
    assert NameEvidence.DOMAIN_IN_ITS_BLOCK in evidence("Alpha Ltd", (50, 63, "www.alpha.example"))


@pytest.mark.parametrize(
    ("name", "domain", "alike"),
    [
        ("Alpha Ltd", "alpha", True),
        ("Alpha Ltd", "alpha-shop", True),
        ("Beta GmbH", "alpha", False),
        ("Max", "maxsolutions", False),
    ],
)
def test_a_domain_is_made_of_a_name(name: str, domain: str, *, alike: bool) -> None:
    assert is_like(name, domain) is alike
