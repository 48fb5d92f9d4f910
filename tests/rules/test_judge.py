"""On seeded mutants we find the fatal rules that the official stylesheets find: a tenth of what bench/rules.py runs."""

import pytest
from bench.differential import compare, documents
from bench.judge import judges

from invoicy.profiles import Profile

SETS = (("en16931", "ubl"), ("en16931", "cii"), ("xrechnung", "ubl"), ("xrechnung", "cii"))
MUTANTS = 200


@pytest.mark.corpus
@pytest.mark.judge
@pytest.mark.slow
@pytest.mark.parametrize(("profile", "syntax"), SETS)
def test_the_same_rules_are_broken(profile: str, syntax: str) -> None:
    with judges((profile, syntax)) as found:
        tally = compare(found[profile, syntax], Profile(profile), documents(syntax, MUTANTS))
    assert tally.counted > MUTANTS / 4
    assert tally.differences == []
