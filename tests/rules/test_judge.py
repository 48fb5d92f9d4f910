"""On seeded mutants we find the fatal rules that the official stylesheets find.

`python -m bench rules` runs ten times as many.
"""

from collections.abc import Callable, Iterator
from itertools import islice

import pytest
from bench.corpus import corpus
from bench.rules.differential import compare, documents
from bench.rules.judge import judges
from bench.rules.transposition import as_cii, as_credit_notes
from bench.rules.unit_tests import Expectation, expectations

from invoicy.model.profiles import Profile

SETS = (("en16931", "ubl"), ("en16931", "cii"), ("xrechnung", "ubl"), ("xrechnung", "cii"))
MUTANTS = 200
Transposed = Callable[[Iterator[Expectation]], Iterator[tuple[str, int, bytes]]]


@pytest.mark.corpus
@pytest.mark.judge
@pytest.mark.slow
@pytest.mark.parametrize(("profile", "syntax"), SETS)
def test_the_same_rules_are_broken(profile: str, syntax: str) -> None:
    with judges((profile, syntax)) as judge_of:
        tally = compare(judge_of[profile, syntax], Profile(profile), documents(syntax, MUTANTS))
    assert tally.counted > MUTANTS / 4
    assert tally.differences == []


@pytest.mark.corpus
@pytest.mark.judge
@pytest.mark.slow
@pytest.mark.parametrize(("syntax", "transposed"), [("ubl", as_credit_notes), ("cii", as_cii)])
def test_the_same_rules_are_broken_by_transposed_unit_tests(syntax: str, transposed: Transposed) -> None:
    tests = islice(expectations(corpus("einvoice", "en16931-unit-ubl")), 0, None, 4)
    with judges(("en16931", syntax)) as judge_of:
        tally = compare(judge_of["en16931", syntax], Profile.EN16931, transposed(tests))
    assert tally.counted > MUTANTS / 4
    assert tally.differences == []
