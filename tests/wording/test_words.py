"""The catalogue of sentences: every shared sentence and every key that is named exists."""

from string import Formatter

import pytest

from invoicy.model.code_lists import codes
from invoicy.model.terms import terms
from invoicy.wording.words import SHARED, template, words

CATALOGUE = words()
TERMS = {term.term for term in terms()}
LISTS = sorted(case for key, case in CATALOGUE if key == "list")


def test_a_shared_sentence_that_a_rule_names_exists() -> None:
    named = {text[1:] for text in CATALOGUE.values() if text.startswith("=")}
    assert {case for case in named if (SHARED, case) not in CATALOGUE} == set()


def test_business_names_are_of_terms_that_exist() -> None:
    assert {case for key, case in CATALOGUE if key == "name"} <= TERMS


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_codes_exists(name: str) -> None:
    assert codes(name)


def test_sentences_can_be_parsed_and_end_in_a_period() -> None:
    groups = {"name", "place", "sum", "list", "word", "category", "group", "key"}
    for (key, case), text in CATALOGUE.items():
        for alternative in text.split("|"):
            assert list(Formatter().parse(alternative)) or not alternative
            assert key in groups or text.startswith("=") or alternative.endswith("."), (key, case)


def test_a_case_without_words_takes_the_usual_ones_and_an_unknown_key_none() -> None:
    assert template("BR-02", "no such case") == template("BR-02", "")
    assert template("BR-99", "") is None


def test_a_language_without_a_catalogue_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        words("xx")
